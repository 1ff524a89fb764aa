import { TextArea } from './form-fields.tsx';
import { useWizard } from './wizard-context.ts';

/** What is carried, in the customer's own words. */
export const ItemWords = ({ hint }: { hint: string }) => {
  const { options } = useWizard();
  return (
    <TextArea
      name="item_description"
      label="What are the items? (optional)"
      hint={hint}
      maxLength={options.limits.max_item_description_characters}
    />
  );
};
