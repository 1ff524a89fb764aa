import type { Model, ModelRequest } from '@deskbell/engine';
import { chainFilters, type TextFilter } from '../../text-filter.ts';
import { withTextFilter } from '../../with-text-filter.ts';
import { createCitationCheck } from './check-citations.ts';
import { createLinkDisarming } from './disarm-links.ts';
import { findGivenReferences, type GivenReferences } from './given-references.ts';
import { createPlainCharacters } from './plain-characters.ts';

/**
 * The same model, whose answers cite only records that a tool of this turn or the summary in
 * `system.varying` has named, in their short form, and show neither images nor links.
 */
export function withCheckedCitations(model: Model): Model {
  return withTextFilter(model, (request) => () => createAnswerFilter(request));
}

function createAnswerFilter(request: ModelRequest): TextFilter {
  let given: GivenReferences | undefined;
  return chainFilters([
    createPlainCharacters(),
    createCitationCheck(() => {
      given ??= findGivenReferences(request);
      return given;
    }),
    createLinkDisarming(),
  ]);
}
