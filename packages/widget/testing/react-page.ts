import { ChatWidget } from '@deskbell/widget/react';
import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

// A page made with React that has the widget; its settings come from the page, as the embed's do.
const place = document.getElementById('app');
if (place) {
  createRoot(place).render(
    createElement(StrictMode, null, createElement(ChatWidget, { ...place.dataset })),
  );
}
