import type { Viewer } from '@lyceum/auth';
import type { CourseId } from '@lyceum/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { roster } from './roster.repository.ts';
import { type Standing, standingOf } from './roster.ts';

/** How long a person who has just created or joined a course may have to wait until that has arrived here. */
const arrival = { withinMs: 1_000, everyMs: 20 } as const;

export class RosterService {
  constructor(private readonly dataSource: DataSource) {}

  /** What the viewer is in a course now, by the caller's connection. */
  async standing(manager: EntityManager, viewer: Viewer | null, courseId: CourseId): Promise<Standing> {
    if (!viewer) return 'NONE';
    return standingOf(viewer, await roster.find(manager, courseId, viewer.userId));
  }

  /**
   * The same, for somebody who acts: whoever creates or joins a course and goes on at once is ahead of the event that tells
   * of it, and is not turned away for that. Who has no standing hears so a second later.
   */
  async standingOnArrival(viewer: Viewer | null, courseId: CourseId): Promise<Standing> {
    const giveUpAt = Date.now() + arrival.withinMs;
    for (;;) {
      const standing = await this.standing(this.dataSource.manager, viewer, courseId);
      if (standing !== 'NONE' || !viewer || Date.now() >= giveUpAt) return standing;
      await new Promise((resolve) => setTimeout(resolve, arrival.everyMs));
    }
  }
}
