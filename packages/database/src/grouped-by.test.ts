import { groupedBy } from './grouped-by.ts';

test('groups keep the order of their values', () => {
  const values = [
    { id: 'a', of: 1 },
    { id: 'b', of: 2 },
    { id: 'c', of: 1 },
  ];
  const [first, , third] = values;
  expect(groupedBy(values, ({ of }) => of).get(1)).toEqual([first, third]);
});
