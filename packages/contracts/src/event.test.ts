import { z } from 'zod';
import { CourseCreated, CourseId, defineEvent, newId, UserId, userIdOf } from './index.ts';

describe('defineEvent', () => {
  it('derives the topic and the kind of aggregate from the type', () => {
    expect(CourseCreated).toMatchObject({ topic: 'course.course', aggregateType: 'course' });
  });

  it('takes domains and aggregates of several words', () => {
    const payload = z.object({ roomId: z.string() });
    const type = 'live-session.break-out-room.created.v1';
    const event = defineEvent({ type, description: 'It is.', key: 'roomId', payload });
    expect(event).toMatchObject({ topic: 'live-session.break-out-room', aggregateType: 'break-out-room' });
  });

  it('takes the key from the property that is named', () => {
    const payload = { courseId: newId(CourseId), title: '', instructorId: newId(UserId), createdAt: '' };
    expect(CourseCreated.key(payload)).toBe(payload.courseId);
  });

  it('refuses a type without a version', () => {
    const payload = z.object({ id: z.string() });
    const define = () => defineEvent({ type: 'course.created' as never, description: 'It is.', key: 'id', payload });
    expect(define).toThrow(/domain\.aggregate\.happened\.vN/);
  });
});

describe('ids', () => {
  it('rise in the order in which they were made', () => {
    const ids = Array.from({ length: 100 }, () => newId(CourseId));
    expect([...ids].sort()).toEqual(ids);
  });

  it('of a person from another issuer are always the same', () => {
    const id = userIdOf('https://sso.example', '42');
    expect(UserId.parse(id)).toBe(userIdOf('https://sso.example', '42'));
    expect(id).not.toBe(userIdOf('https://other.example', '42'));
  });
});
