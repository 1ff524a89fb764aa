export { buildWidget } from './build-embed.ts';

// As a program it only measures: the server builds the embed when it starts, `npm pack` the package.
if (import.meta.main) {
  const { checkEmbedSizes } = await import('./build-embed.ts');
  const { checkReactSize } = await import('./react/build-react.ts');
  await checkEmbedSizes({ log: console.log });
  await checkReactSize({ log: console.log });
}
