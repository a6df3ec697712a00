import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { composeContract } from './compose.ts';

const roots = ['Query', 'Mutation', 'Subscription'];

/** The schema coordinates without a description. */
function undescribed(sdl: string): string[] {
  const types = Object.values(buildSchema(sdl).getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  return types.flatMap((type) => {
    const missing = type.description || roots.includes(type.name) ? [] : [type.name];
    if (isEnumType(type)) {
      for (const value of type.getValues()) if (!value.description) missing.push(`${type.name}.${value.name}`);
    }
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (!field.description) missing.push(`${type.name}.${field.name}`);
        for (const argument of 'args' in field ? field.args : []) {
          if (!argument.description) missing.push(`${type.name}.${field.name}(${argument.name}:)`);
        }
      }
    }
    return missing;
  });
}

describe('the API', () => {
  it('describes every type, field, argument and enum value', () => {
    expect(undescribed(composeContract().api)).toEqual([]);
  });
});
