import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildReact } from './build-react.ts';

// `npm pack` calls this before and after: in the repository the package is its sources, in a
// tarball it is what was built of them, and npm knows no other way to have two manifests.
const widgetDir = join(dirname(fileURLToPath(import.meta.url)), '..');
const manifestPath = join(widgetDir, 'package.json');
const keptPath = join(widgetDir, 'package.json.kept');
const licensePath = join(widgetDir, 'LICENSE');

type Manifest = Record<string, unknown> & { dependencies?: Record<string, string> };

const readManifest = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8')) as Manifest;

/** The manifest of the tarball. Types of the wire are inferred from schemas, hence `zod`. */
export const packedManifest = (): Manifest => {
  const source = readManifest(existsSync(keptPath) ? keptPath : manifestPath);
  const { private: _private, scripts: _scripts, devDependencies: _dev, ...manifest } = source;
  const protocol = readManifest(join(widgetDir, '../protocol/package.json'));
  return {
    ...manifest,
    sideEffects: false,
    exports: {
      '.': { types: './dist/types/widget/index.d.ts', default: './dist/index.js' },
      './react': { types: './dist/types/widget/react/index.d.ts', default: './dist/react.js' },
    },
    dependencies: { zod: protocol.dependencies?.zod ?? '*' },
  };
};

const before = async (): Promise<void> => {
  await buildReact({ outDir: join(widgetDir, 'dist'), log: (line) => console.error(line) });
  const manifest = JSON.stringify(packedManifest(), null, 2);
  if (!existsSync(keptPath)) renameSync(manifestPath, keptPath);
  writeFileSync(manifestPath, `${manifest}\n`);
  copyFileSync(join(widgetDir, '../../LICENSE'), licensePath);
};

const after = (): void => {
  if (existsSync(keptPath)) renameSync(keptPath, manifestPath);
  rmSync(licensePath, { force: true });
};

if (import.meta.main) {
  if (process.argv[2] === 'before') await before();
  else after();
}
