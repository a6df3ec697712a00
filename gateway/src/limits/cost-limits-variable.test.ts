import { costLimitsVariable } from './cost-limits-variable.ts';

describe('COST_LIMITS', () => {
  it('sets the limits that it names', () => {
    expect(costLimitsVariable.parse('STUDENT=500, ADMIN=90000')).toEqual({ STUDENT: 500, ADMIN: 90_000 });
    expect(costLimitsVariable.parse(undefined)).toEqual({});
  });

  it.each(['TEACHER=5', 'STUDENT', 'STUDENT=0', 'STUDENT=-1', 'STUDENT=many', '=5'])(
    'refuses %s, naming it',
    (text) => {
      const { error } = costLimitsVariable.safeParse(text);
      expect(error?.issues).toEqual([
        expect.objectContaining({ message: expect.stringContaining(`"${text}" is not of the form STUDENT=10000`) }),
      ]);
    },
  );
});
