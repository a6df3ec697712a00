import type { FieldNode, GraphQLCompositeType } from 'graphql';

/** A field as selected on objects of one type. */
export interface SelectedField {
  /** Its name in the client's answer. */
  readonly responseName: string;
  /** Its name in the planned operation; unique at its position in the answer. */
  readonly plannedName: string;
  readonly node: FieldNode;
  /**
   * `typename`: answered from the object's type. `introspection`: passed through unchanged. `field`: anything else,
   * with its subselection, or null for a leaf.
   */
  readonly kind: 'typename' | 'introspection' | 'field';
  readonly below: Selection | null;
}

/** The selection at one position of an answer, by possible object type. */
export interface Selection {
  readonly type: GraphQLCompositeType;
  /** Whether branches for several types meet here, so that the field order depends on the object's type. */
  readonly isBranched: boolean;
  readonly byType: ReadonlyMap<string, readonly SelectedField[]>;
  /** Every field by its planned name; a name means the same selection for every object type. */
  readonly byPlannedName: ReadonlyMap<string, SelectedField>;
}
