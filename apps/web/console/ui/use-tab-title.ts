import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meQuery } from '../api/me.ts';

/** Names the browser's tab, and with it an entry of its history: what is shown, then whose it is. */
export function useTabTitle(title: string): void {
  const business = useQuery(meQuery).data?.business.name;
  useEffect(() => {
    document.title = business === undefined ? title : `${title} · ${business}`;
  }, [title, business]);
}
