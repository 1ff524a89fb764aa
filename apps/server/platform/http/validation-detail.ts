/** The parts of a Fastify validation error that name what was wrong, whichever validator made it. */
export interface ValidationIssue {
  keyword: string;
  instancePath: string;
  message?: string | undefined;
  params?: Record<string, unknown> | undefined;
}

const MAX_FIELD_NAME_LENGTH = 64;

const fieldName = (text: string): string =>
  text.length > MAX_FIELD_NAME_LENGTH ? `${text.slice(0, MAX_FIELD_NAME_LENGTH)}…` : text;

const unknownFields = (params: Record<string, unknown> | undefined): string[] => {
  const keys = params?.keys;
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string').slice(0, 3) : [];
};

const partNames: Record<string, string> = {
  body: 'the body',
  querystring: 'the query',
  params: 'the path',
  headers: 'a header',
};

/**
 * One public sentence for the first thing that is wrong with a request: the schema's own
 * wording where it names its field, else the field and the wording.
 */
export function validationDetail(
  issues: readonly ValidationIssue[],
  part: string | undefined,
): string {
  const [issue] = issues;
  const partName = partNames[part ?? ''] ?? 'the request';
  if (issue === undefined) return `${partName} is not valid`;
  if (issue.keyword === 'unrecognized_keys') {
    const names = unknownFields(issue.params).map(fieldName);
    return `unknown field: ${names.join(', ')}`;
  }
  const field = fieldName(issue.instancePath.replace(/^\//, '').replaceAll('/', '.'));
  const sentence = issue.message ?? 'not valid';
  if (field === '') return `${partName} must be a JSON object`;
  return sentence.includes(field) ? sentence : `${field}: ${sentence}`;
}
