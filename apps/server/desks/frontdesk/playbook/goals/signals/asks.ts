/** A question rather than an answer. */
export const ASKS =
  /\?|\bhow (?:much|many)\b|^(?:how|what|when|where|which|who|why|can|could|do|does|is|are|will|would)\b/;
