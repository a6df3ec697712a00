import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';
import type { CostControl, OperationCost } from './cost-control.ts';

/** Refuses operations that may cost too much; every other answer says in `extensions.cost` what its operation may cost. */
export function limitCosts(costs: CostControl): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      let cost: OperationCost | undefined;
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (operation) cost = costs.check(document, operation, request.variables, contextValue.viewer);
        },
        async willSendResponse({ response: { body } }) {
          if (!cost || body.kind !== 'single') return;
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}
