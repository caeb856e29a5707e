/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/rescue.h"

#include <glib/gi18n-lib.h>

/* Our judgement, from what 002 and 003 say of safety, equality and venting. */
static const RoundelRescueCard cards[] = {
  {
    N_("Silence"),
    N_("Let us take a quiet minute, each with a pen. Then everybody says one sentence. Passing is an answer."),
    N_("Wait as long as it takes to breathe three times; most silences end there. If not: a minute of writing, then in "
       "pairs, then around the room."),
    "run.more", N_("One Minute More"),
  },
  {
    N_("One talks on"),
    N_("Thank you. I would like to hear the others on this. Who has not had a turn?"),
    N_("Point at the ring: the time decides, not you. Go around the room, and begin on the other side. In a break, ask "
       "the one who talks to help you: to listen for what nobody says."),
    "run.next", N_("Next Turn"),
  },
  {
    N_("Venting"),
    N_("That is hard. What in it is ours to change? What would be one small step by next time?"),
    N_("Let it be said once, for two minutes. Then ask for the step, write it down, and go on. What nobody here can change "
       "goes on a list for the sponsor."),
    "run.back", N_("Back to the Question"),
  },
  {
    N_("Tears"),
    N_("Take the time you need. Would you like us to stay, to make a break, or to go on without looking at you?"),
    N_("Hold everything: no clock, no sound, and nothing is kept of why. No advice, no touch without asking. Whoever cried "
       "decides how it goes on. Afterwards, say where help is."),
    "run.hold", N_("Hold Everything"),
  },
  {
    N_("A boss walks in"),
    N_("Welcome. This hour belongs to the members, and what is said here stays here. I will find you right after it."),
    N_("Blank the room view and walk to the door with them. Then ask the group whether it wants to go on. Supervisors get no "
       "report of what was said."),
    "run.blank", N_("Blank the Room View"),
  },
  {
    N_("Only four came"),
    N_("We are the right ones. Each of us has more time today."),
    N_("Stay in one group, keep the turns equal, and end earlier rather than stretch it. Those who are away keep their "
       "claim to a turn."),
    "run.fit", N_("Look at the Time"),
  },
};

/**
 * roundel_rescue_cards:
 * @n_cards: (out): how many
 *
 * Returns: (transfer none) (array length=n_cards): all cards
 */
const RoundelRescueCard *
roundel_rescue_cards (guint *n_cards)
{
  g_return_val_if_fail (n_cards != NULL, NULL);

  *n_cards = G_N_ELEMENTS (cards);
  return cards;
}
