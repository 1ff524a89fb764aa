import type { ServiceType } from './options.ts';

/** A small drawing for each service; it says nothing that the words beside it do not. */
const drawings: Record<ServiceType, preact.JSX.Element> = {
  mini_move: (
    <>
      <path class="art-line" d="M6 62h108" />
      <path class="art-fill" d="M14 22h58v34H14z" />
      <path class="art-gold" d="M72 32h20l12 13v11H72z" />
      <path class="art-line" d="M14 22h58v34H14zM72 32h20l12 13v11H72zM80 36v9h18" />
      <circle class="art-wheel" cx="32" cy="57" r="7" />
      <circle class="art-wheel" cx="88" cy="57" r="7" />
      <path class="art-line" d="M24 31h12v10H24zM40 31h12v10H40z" />
    </>
  ),
  standard_delivery: (
    <>
      <path class="art-line" d="M10 62h100" />
      <path class="art-gold" d="M20 30h34v32H20z" />
      <path class="art-fill" d="M60 18h38v44H60z" />
      <path
        class="art-line"
        d="M20 30h34v32H20zM32 30v10h10V30M60 18h38v44H60zM70 18v-7h18v7M68 26v28M90 26v28"
      />
    </>
  ),
  blade_transfer: (
    <>
      <path class="art-line" d="M8 62h104" />
      <path
        class="art-gold"
        d="M18 44l12 2 22-14-26-18 8-2 36 13 18-10c6-3 12-2 12 2s-4 6-9 8L39 52z"
      />
      <path
        class="art-line"
        d="M18 44l12 2 22-14-26-18 8-2 36 13 18-10c6-3 12-2 12 2s-4 6-9 8L39 52z"
      />
      <path class="art-line" d="M76 58h30M66 53h14" />
    </>
  ),
};

export const ServiceArt = ({ service }: { service: ServiceType }) => (
  <svg class="book-art" viewBox="0 0 120 68" aria-hidden="true" focusable="false">
    {drawings[service]}
  </svg>
);
