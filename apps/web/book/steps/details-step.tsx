import { useWizard } from '../wizard-context.ts';
import { DeliveryDetails } from './delivery-details.tsx';
import { MiniMoveDetails } from './mini-move-details.tsx';
import { TransferDetails } from './transfer-details.tsx';

export const DetailsStep = () => {
  const { state } = useWizard();
  switch (state.draft.order.service_type) {
    case 'mini_move':
      return <MiniMoveDetails />;
    case 'blade_transfer':
      return <TransferDetails />;
    default:
      return <DeliveryDetails />;
  }
};
