import { Calendar } from '../calendar.tsx';
import { flightConflict } from '../flight-conflict.ts';
import { ChatMark, ChoiceField, TextField } from '../form-fields.tsx';
import { dateInWords, dollars } from '../in-words.ts';
import { offeredPickupTimes, pickupTimeOf } from '../options.ts';
import { useWizard } from '../wizard-context.ts';

const timeTexts = {
  morning: { title: 'In the morning', small: '' },
  morning_specific: { title: 'One hour of the morning', small: 'You choose which' },
  no_time_preference: { title: 'Any time of day', small: 'We choose the time' },
} as const;

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const DateStep = () => {
  const { store, state, options, api } = useWizard();
  const { order } = state.draft;
  const sentences = new Map(
    options.pickup_times.map(({ pickup_time, sentence }) => [pickup_time, sentence]),
  );
  const offered = offeredPickupTimes(options, state.draft);
  const chosen = pickupTimeOf(options, state.draft);
  const date = order.pickup_date ?? '';
  const conflict = flightConflict(state.draft, date);
  return (
    <>
      <div class="book-date">
        <Calendar
          api={api}
          value={date}
          openAt={order.blade_flight_date ?? ''}
          serviceType={order.service_type}
          phone={options.profile.phone}
          daysAhead={options.limits.bookable_days_ahead}
          conflictOn={(day) => flightConflict(state.draft, day)}
          onChoose={(day) => {
            store.set('pickup_date', day);
            store.touch('pickup_date');
          }}
        />
        <TextField
          name="pickup_date"
          type="date"
          label="The day"
          hint="Choose it in the calendar, or write it here."
        />
        {date !== '' && conflict !== undefined && (
          <p class="notice is-problem" role="status">
            {conflict}
          </p>
        )}
        {date !== '' && conflict === undefined && (
          <p class="book-chosen" role="status">
            {dateInWords(date)}
          </p>
        )}
      </div>
      {offered.length === 1 ? (
        <p class="book-aside-text">
          We come {sentences.get(offered[0]?.pickup_time ?? 'morning')}.{' '}
          <ChatMark name="pickup_time" />
        </p>
      ) : (
        <ChoiceField
          name="pickup_time"
          label="Time of day"
          choices={offered.map(({ pickup_time, price_cents }) => ({
            value: pickup_time,
            title: timeTexts[pickup_time].title,
            small: [
              timeTexts[pickup_time].small || capitalized(sentences.get(pickup_time) ?? ''),
              ...(price_cents > 0 ? [`${dollars(price_cents)} more`] : []),
            ].join(', '),
          }))}
        />
      )}
      {chosen?.pickup_time === 'morning_specific' && (
        <ChoiceField
          name="pickup_hour"
          label="Which hour?"
          class="choices book-hours"
          choices={options.pickup_hours.map(({ hour, label }) => ({ value: hour, title: label }))}
        />
      )}
    </>
  );
};
