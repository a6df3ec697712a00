import { AsyncVariable } from '@lyceum/async-variable';
import { runStatementsIn, StatementScope } from '@lyceum/database';
import type { GraphQLError } from 'graphql';
import { answerTooLarge, operationCancelled, operationTimedOut } from './errors.ts';
import { executionLimits } from './execution-limits.ts';
import type { OperationTime } from './local-subgraph.ts';
import { Turns } from './turns.ts';

const runs = new AsyncVariable<OperationRun>();

/** The operation, or the event of a subscription, being executed. */
export function currentRun(): OperationRun | undefined {
  return runs.value;
}

/**
 * The execution of one operation: it counts the results, and ends the execution when they exceed a limit, the time is
 * up or the gateway no longer needs the answer. Its database statements end with it.
 */
export class OperationRun {
  readonly #statements = new StatementScope((bytes) => this.#countRead(bytes));
  readonly #stopListening: (() => void) | undefined;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly turns = new Turns();
  #endedBy: GraphQLError | undefined;
  #never: Promise<never> | undefined;
  #cutOff: ((reason: GraphQLError) => void) | undefined;
  #values = 0;
  #characters = 0;
  #bytesRead = 0;
  #errors = 0;

  /** Starts the operation's timer; `execute` stops it. */
  constructor({ signal, timeoutMs }: OperationTime = {}) {
    if (signal) {
      const cancel = () => this.end(operationCancelled());
      if (signal.aborted) cancel();
      signal.addEventListener('abort', cancel, { once: true });
      this.#stopListening = () => signal.removeEventListener('abort', cancel);
    }
    if (timeoutMs !== undefined) {
      this.#timer = setTimeout(() => this.end(operationTimedOut(timeoutMs)), timeoutMs).unref();
    }
  }

  /** The result of resolvers after the run has ended: nobody awaits it. */
  get never(): Promise<never> {
    this.#never ??= new Promise<never>(() => undefined);
    return this.#never;
  }

  /** Why the execution ended early; undefined while it runs. */
  get endedBy(): GraphQLError | undefined {
    return this.#endedBy;
  }

  end(reason: GraphQLError): void {
    if (this.#endedBy) return;
    this.#endedBy = reason;
    this.#statements.end(reason);
    this.#cutOff?.(reason);
  }

  /**
   * Executes with this as the current run.
   * @throws {GraphQLError} as soon as the run ends early; the work then calls no further resolver and sends no
   * statement
   */
  async execute<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await new Promise<Answer>((resolve, reject) => {
        if (this.#endedBy) return reject(this.#endedBy);
        this.#cutOff = reject;
        runs.run(this, () => runStatementsIn(this.#statements, work)).then(resolve, reject);
      });
    } finally {
      this.#stopListening?.();
      clearTimeout(this.#timer);
    }
  }

  /**
   * Counts a resolver's result: the items of a list, the fields to resolve of each object, the characters of texts.
   * Ends the run beyond a limit, before any of those fields is resolved.
   */
  count(value: unknown, fieldsOfEach: number): void {
    this.#values += valuesIn(value, fieldsOfEach);
    this.#characters += charactersOf(value);
    if (this.#values > executionLimits.values) this.#refuse('values');
    if (this.#characters > executionLimits.characters) this.#refuse('characters');
  }

  /** Counts a failed resolver. */
  countError(): void {
    this.#errors += 1;
    if (this.#errors > executionLimits.errors) this.#refuse('errors');
  }

  #countRead(bytes: number): void {
    this.#bytesRead += bytes;
    if (this.#bytesRead > executionLimits.bytesRead) this.#refuse('bytesRead');
  }

  #refuse(limit: keyof typeof executionLimits): void {
    if (!this.endedBy) this.end(answerTooLarge(limit, executionLimits[limit]));
  }
}

/** The items of a list, and the fields to resolve of each object. */
export function valuesIn(value: unknown, fieldsOfEach: number): number {
  return Array.isArray(value) ? value.length * (1 + fieldsOfEach) : fieldsOfEach;
}

function charactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (!Array.isArray(value)) return 0;
  return value.reduce<number>((sum, item) => (typeof item === 'string' ? sum + item.length : sum), 0);
}
