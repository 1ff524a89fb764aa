import assert from 'node:assert/strict';
import { test } from 'node:test';
import { business, startConversation } from './conversation-driver.ts';

/** Ways to ask about a policy that share few words with it. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  tipping: ['is it customary to give the driver something extra', 'is a gratuity built in'],
  cancellation: ['can i back out after booking', 'what if plans fall through'],
  late: ['stuck in traffic, will the driver leave without me', 'do u charge for redelivery'],
  labels: ['what do I write on the boxes', 'how will you know which suitcases are mine'],
  hotel: ['my suitcase is with the bellman at the Plaza', 'can the bellhop hand over the bags'],
  unattended: [
    "what happens if I'm not there when they come to drop off",
    'does someone have to be around for the drop off',
    "can the super let the driver in, i'm at work",
  ],
  addbag: [
    'Can I add one more suitcase when the driver is already here?',
    'if I have more stuff than I said, what then',
  ],
  edit: [
    'I need to change the address on the order I placed yesterday',
    "sorry wrong delivery zip on yesterday's order, who fixes that",
    'I booked the wrong day',
  ],
  insurance: ['my stuff arrived smashed', 'one of my boxes never arrived', 'is my stuff protected'],
  coi: ['our management company wants proof of insurance'],
  storage: ['hold on to our suitcases till sunday?', 'where can bags be kept until our flight'],
  discounts: ['paying cash, do I get a break', 'friend sent me a code'],
  times: ['how long between pickup and drop off', 'will it be there by dinner'],
  meet: ['do I have to bring everything down myself', 'can he carry the boxes up two flights'],
  airport: ['which terminals at newark do you serve'],
  peloton: ['do I have to take the screen off the peloton'],
  prohibited: ['a potted ficus, ok to send?', 'frozen steaks in a cooler, yes or no'],
};

for (const [id, sentences] of Object.entries(ASKED)) {
  const policy = business.policies.find((entry) => entry.id === id);
  for (const says of sentences) {
    test(`${id} is told of: ${says}`, async () => {
      const { text, calls } = await startConversation().say(says);
      assert.ok(policy !== undefined && text.includes(policy.text), text);
      assert.deepEqual(calls, []);
    });
  }
}

const NOT_POLICIES = ['who is the president', 'who won the yankees game', 'tell me about trains'];
for (const says of NOT_POLICIES) {
  test(`no policy is told of: ${says}`, async () => {
    const { text } = await startConversation().say(says);
    assert.ok(!business.policies.some((policy) => text.includes(policy.text)), text);
  });
}
