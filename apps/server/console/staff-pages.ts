import type { CompressedPage } from '../website/compressed-page.ts';
import { createPageRenderer, type PageSource } from '../website/page-renderer.ts';

/** The pages under /staff, made once. None of them holds anybody's data. */
export interface StaffPages {
  console: CompressedPage;
  signIn: CompressedPage;
  /** For customers who came to the console. */
  notStaff: CompressedPage;
}

/** Throws a `WebsiteError` when one of them cannot be rendered whole. */
export async function createStaffPages(source: PageSource): Promise<StaffPages> {
  const render = createPageRenderer(source);
  const page = (name: string, path: string) => render(`staff/${name}`, { path, isIndexed: false });
  const [console, signIn, notStaff] = await Promise.all([
    page('console', '/staff'),
    page('sign-in', '/staff/sign-in'),
    page('not-staff', '/staff'),
  ]);
  return { console, signIn, notStaff };
}
