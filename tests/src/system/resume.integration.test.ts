import { loadOrCreateSigningKey, type SigningKey, signAccessToken } from '@lyceum/auth';
import { CourseGradesDocument, GradeChangedDocument, type GradeChangedSubscription } from '@lyceum/cli/demo';
import { type LiveSubscription, openLive } from '@lyceum/client';
import { UserId } from '@lyceum/contracts';
import { testServerUrl } from '@lyceum/testing';
import { createInstallation, type Installation } from '../harness/installation.ts';
import {
  answerRight,
  enrol,
  enrolStudents,
  feedCursorOf,
  handIn,
  type Member,
  openSchool,
  type School,
  type Sitting,
  sit,
} from '../harness/school.ts';

type Change = GradeChangedSubscription['gradeChanged'];
type Follower = LiveSubscription<GradeChangedSubscription>;

const classSize = 20;
let installation: Installation;
let url: string;
let school: School;
let students: Member[];
let sittings: Map<Member, Sitting>;
/** The cursor of the school's feed before the first grade. */
let beginning: string;
const followers: Follower[] = [];

beforeAll(async () => {
  installation = await createInstallation(testServerUrl());
  url = (await installation.launch()).url;
  school = await openSchool(url);
  students = await enrolStudents(url, school, classSize);
  sittings = new Map(
    await Promise.all(students.map(async (student) => [student, await sit(student, school)] as const)),
  );
  beginning = await feedCursorOf(school);
});
afterAll(async () => {
  await Promise.all(followers.map((follower) => follower.close()));
  await installation.remove();
});

function follow(person: Member, after: string | null, { courseId } = school): Follower {
  const follower = person.follow(GradeChangedDocument, { courseId, after });
  followers.push(follower);
  return follower;
}

/** The next changes, of the given number. */
async function take(follower: Follower, count: number): Promise<Change[]> {
  const changes: Change[] = [];
  while (changes.length < count) changes.push((await follower.next()).gradeChanged);
  return changes;
}

const codeOf = (reason: unknown) => (reason as { extensions?: { code?: string } }[])[0]?.extensions?.code;
const learnersOf = (changes: readonly Change[]) => changes.map(({ learner }) => learner?.id);
const cursorsOf = (changes: readonly Change[]) => changes.map(({ cursor }) => cursor);

describe('a subscriber of grades who is disconnected while they change', () => {
  it('receives each of them once and in order, across any number of disconnects', async () => {
    const { instructor, courseId } = school;
    const handedIn = Promise.all(
      students.map(async (student, index) => {
        const sitting = sittings.get(student);
        if (!sitting) throw new Error('not sitting');
        if (index % 2 === 0) await answerRight(student, school, sitting);
        await handIn(student, sitting);
      }),
    );
    const received: Change[] = [];
    let connections = 0;
    while (received.length < classSize) {
      const follower = follow(instructor, received.at(-1)?.cursor ?? beginning);
      connections += 1;
      const untilCut = Math.min(1 + (connections % 3), classSize - received.length);
      received.push(...(await take(follower, untilCut)));
      follower.cut();
      await follower.ended;
    }
    await handedIn;

    expect(connections).toBe(10);
    expect(learnersOf(received).sort()).toEqual(students.map(({ userId }) => userId).sort());
    const undisturbed = follow(instructor, beginning);
    expect(cursorsOf(await take(undisturbed, classSize))).toEqual(cursorsOf(received));
    const { course } = await instructor.do(CourseGradesDocument, { courseId, first: 100 });
    expect(course?.grades?.nodes).toHaveLength(classSize);
    expect(course?.grades?.feedCursor).toBe(received.at(-1)?.cursor);
  });

  it('misses nothing between a page of grades and the subscription', async () => {
    const other = await openSchool(url, { title: 'Geometry' });
    const [before, after] = students.slice(0, 2);
    if (!before || !after) throw new Error('no students');
    const handInTo = async (student: Member) => {
      await enrol(student, other.courseId);
      await handIn(student, await sit(student, other));
    };
    await handInTo(before);
    const page = await other.instructor.do(CourseGradesDocument, { courseId: other.courseId, first: 10 });
    await handInTo(after);
    const { nodes = [], feedCursor = '' } = page.course?.grades ?? {};
    const [change] = await take(follow(other.instructor, feedCursor, other), 1);
    expect(nodes.map(({ learner }) => learner?.name)).toEqual([before.name]);
    expect(change).toMatchObject({ learner: { name: after.name }, course: { title: 'Geometry' } });
  });
});

describe('a subscriber', () => {
  it('is refused with a cursor of another course', async () => {
    const other = await openSchool(url);
    const reason = await follow(other.instructor, beginning, other).ended;
    expect(codeOf(reason)).toBe('BAD_CURSOR');
  });

  it('is refused with a cursor from the future, instead of receiving nothing', async () => {
    const future = Buffer.from(`${school.courseId}:999999`).toString('base64url');
    const reason = await follow(school.instructor, future).ended;
    expect(codeOf(reason)).toBe('BAD_CURSOR');
  });

  it('is refused if the student takes another course', async () => {
    const other = await openSchool(url);
    const [stranger] = await enrolStudents(url, other, 1);
    if (!stranger) throw new Error('no student');
    expect(codeOf(await follow(stranger, null).ended)).toBe('NOT_FOUND');
  });

  it('sees their own grades as a student, and all grades as the instructor', async () => {
    const twice = await openSchool(url, { attemptsAllowed: 2 });
    const group = await enrolStudents(url, twice, 4);
    const [own] = group;
    if (!own) throw new Error('no student');
    const start = await feedCursorOf(twice);
    const [ofStudent, ofInstructor] = [follow(own, start, twice), follow(twice.instructor, start, twice)];
    for (const student of group) await handIn(student, await sit(student, twice));
    const second = await sit(own, twice);
    await answerRight(own, twice, second);
    await handIn(own, second);

    expect(learnersOf(await take(ofInstructor, 5))).toEqual([...group, own].map(({ userId }) => userId));
    const seen = await take(ofStudent, 2);
    expect(learnersOf(seen)).toEqual([own.userId, own.userId]);
    expect(seen.map(({ grade }) => [grade.version, grade.percentage])).toEqual([
      [1, '0.00'],
      [2, '100.00'],
    ]);
  });

  it('is disconnected when the token expires, and receives nothing afterwards', async () => {
    const key: SigningKey = await loadOrCreateSigningKey(`${installation.dataDir}/keys/identity.json`);
    const twice = await openSchool(url, { attemptsAllowed: 2 });
    const [student] = await enrolStudents(url, twice, 1);
    if (!student) throw new Error('no student');
    const userId = UserId.parse(twice.instructor.userId);
    const start = await feedCursorOf(twice);
    const { token } = await signAccessToken(key, { userId, role: 'INSTRUCTOR' }, new Date(), 2);
    const variables = { courseId: twice.courseId, after: start };
    const follower: Follower = openLive(url, GradeChangedDocument, variables, token);
    followers.push(follower);
    await handIn(student, await sit(student, twice));
    await take(follower, 1);

    expect(await follower.ended).toMatchObject({ code: 4403, reason: expect.stringContaining('TOKEN_EXPIRED') });
    const again = await sit(student, twice);
    await answerRight(student, twice, again);
    await handIn(student, again);
    await take(follow(twice.instructor, start, twice), 2);
    expect(follower.events).toHaveLength(1);
  });
});
