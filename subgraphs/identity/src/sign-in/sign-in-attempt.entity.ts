import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An attempt that has not ended counts as a failure, so that concurrent attempts gain nothing. */
export type AttemptOutcome = 'BEGUN' | 'FAILED' | 'SUCCEEDED';

@Entity('sign_in_attempt')
export class SignInAttemptEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** As entered, in lower case. */
  @Column('text')
  email: string;

  @Column('text')
  network: string;

  @Column('bytea', { name: 'device_hash', nullable: true })
  deviceHash: Buffer | null;

  @Column('text')
  outcome: AttemptOutcome;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Date;
}
