/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/agreement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/schedule.h"

#define EXCEPTION "exception-"

static char *
dup_filled (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

static RoundelReadinessNote *
find_note (const RoundelProgram *self,
           const char           *check)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      RoundelReadinessNote *note = self->notes->pdata[i];

      if (g_strcmp0 (note->check, check) == 0)
        return note;
    }
  return NULL;
}

/**
 * roundel_program_find_answer:
 * @check: word of a check
 *
 * Returns: (transfer none) (nullable): what was written about it
 */
const RoundelReadinessNote *
roundel_program_find_answer (const RoundelProgram *self,
                             const char           *check)
{
  return find_note (self, check);
}

/**
 * roundel_program_answer:
 * @self: a program
 * @new_id: id of the answer, if there is none yet
 * @check: word of a check
 * @evidence: (nullable): what shows that it is so; without it the check stays open
 * @owner: (nullable): who sees to it
 * @due: (nullable): until when
 */
void
roundel_program_answer (RoundelProgram *self,
                        const char     *new_id,
                        const char     *check,
                        const char     *evidence,
                        const char     *owner,
                        const char     *due)
{
  RoundelReadinessNote *note = find_note (self, check);

  if (note == NULL)
    {
      note = roundel_program_add_note (self, new_id);
      note->check = g_strdup (check);
    }
  g_free (note->evidence);
  g_free (note->owner);
  g_free (note->due);
  note->evidence = dup_filled (evidence);
  note->owner = dup_filled (owner);
  note->due = dup_filled (due);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/**
 * roundel_program_name_exception:
 * @self: a program
 * @conflict: something that stands against its members meeting as peers
 *
 * Returns: (transfer full): the word of an exception from it, which names its kind and its people, whatever their order; for
 *   a size the circle
 */
char *
roundel_program_name_exception (const RoundelProgram  *self,
                                const RoundelConflict *conflict)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GString *word = g_string_new (EXCEPTION);

  g_string_append (word, roundel_conflict_kind_to_string (conflict->kind));
  for (guint i = 0; i < conflict->members->len; i++)
    g_ptr_array_add (ids, ((RoundelMember *) self->members->pdata[g_array_index (conflict->members, guint, i)])->id);
  if (ids->len == 0 && conflict->circle != NULL)
    g_ptr_array_add (ids, conflict->circle);
  g_ptr_array_sort (ids, compare_texts);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (word, " %s", (char *) ids->pdata[i]);
  return g_string_free (word, FALSE);
}

/**
 * roundel_program_find_exception:
 * @conflict: something that stands against them meeting as peers
 *
 * Returns: (transfer none) (nullable): the exception that was agreed for it; its evidence is the reason
 */
const RoundelReadinessNote *
roundel_program_find_exception (const RoundelProgram  *self,
                                const RoundelConflict *conflict)
{
  g_autofree char *word = roundel_program_name_exception (self, conflict);
  const RoundelReadinessNote *note = find_note (self, word);

  return note != NULL && note->evidence != NULL ? note : NULL;
}

/**
 * roundel_program_make_exception:
 * @self: a program
 * @new_id: id of the exception, if there is none yet
 * @conflict: what it is about
 * @reason: (nullable): why it may be; without one the exception ends
 * @date: when it was agreed, such as `2027-01-07`
 */
void
roundel_program_make_exception (RoundelProgram        *self,
                                const char            *new_id,
                                const RoundelConflict *conflict,
                                const char            *reason,
                                const char            *date)
{
  g_autofree char *word = roundel_program_name_exception (self, conflict);
  g_autofree char *filled = dup_filled (reason);

  roundel_program_answer (self, new_id, word, filled, NULL, filled != NULL ? date : NULL);
}

/**
 * roundel_program_find_charter:
 * @circle: id of a circle
 *
 * Returns: (transfer none) (nullable): its charter, or that of all circles
 */
RoundelCharter *
roundel_program_find_charter (const RoundelProgram *self,
                              const char           *circle)
{
  for (guint i = 0; i < self->charters->len; i++)
    {
      RoundelCharter *charter = self->charters->pdata[i];

      if (charter->circle == NULL || g_strcmp0 (charter->circle, circle) == 0)
        return charter;
    }
  return NULL;
}

/**
 * roundel_charter_suggest_rules:
 *
 * Returns: (transfer full): ground rules to begin with (002, 003), in the reader's language
 */
char **
roundel_charter_suggest_rules (void)
{
  const char *const rules[] = {
    _("What is said here stays here. Only lessons leave the room, and only by the one whose they are."),
    _("Each of us has the same time, and nobody’s slot is cut."),
    _("Pass is an answer. Nobody has to speak, or to say why not."),
    _("We ask before we advise, and we listen to the end."),
    _("We speak of ourselves, and of others as if they were here."),
    _("We begin and end on time, and say so when we cannot come."),
    _("What we promise is ours: nobody reports on it."),
    _("Where there is danger, the law or harassment, confidentiality ends, and we get help."),
    NULL,
  };

  return g_strdupv ((char **) rules);
}

/**
 * roundel_charter_never_leaves:
 *
 * Returns: (transfer full): what is never reported (D11, D12), sentences in the reader's language
 */
char **
roundel_charter_never_leaves (void)
{
  const char *const kept[] = {
    _("Who said what, and who was silent."),
    _("Cases, challenges and the names in them."),
    _("Journals and practices: they are in a file that nothing shares."),
    _("Whether somebody kept a promise."),
    _("Who came, other than as a count."),
    NULL,
  };

  return g_strdupv ((char **) kept);
}

/**
 * roundel_program_set_rules:
 * @self: a program
 * @new_id: id of the charter, if there is none yet
 * @circle: (nullable): id of the circle
 * @rules: the rules; empty ones are left out
 *
 * Who agreed, agreed to other words: when the rules change everybody is asked again.
 */
void
roundel_program_set_rules (RoundelProgram    *self,
                           const char        *new_id,
                           const char        *circle,
                           const char *const *rules)
{
  RoundelCharter *charter = roundel_program_find_charter (self, circle);
  g_autoptr (GStrvBuilder) filled = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; rules[i] != NULL; i++)
    {
      g_autofree char *rule = dup_filled (rules[i]);

      if (rule != NULL)
        g_strv_builder_add (filled, rule);
    }
  list = g_strv_builder_end (filled);
  if (charter == NULL)
    charter = roundel_program_add_charter (self, new_id, circle);
  if (g_strv_equal ((const char *const *) charter->rules, (const char *const *) list))
    return;
  g_strfreev (charter->rules);
  charter->rules = g_steal_pointer (&list);
  g_strfreev (charter->agreed);
  charter->agreed = g_new0 (char *, 1);
  g_clear_pointer (&charter->agreed_on, g_free);
}

/**
 * roundel_program_agree:
 * @self: a program
 * @circle: (nullable): id of the circle, which has a charter
 * @member: id of a member
 * @agrees: whether the member agrees to it
 * @date: today, such as `2027-01-07`
 */
void
roundel_program_agree (RoundelProgram *self,
                       const char     *circle,
                       const char     *member,
                       gboolean        agrees,
                       const char     *date)
{
  RoundelCharter *charter = roundel_program_find_charter (self, circle);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  g_return_if_fail (charter != NULL);

  for (char **id = charter->agreed; *id != NULL; id++)
    if (!g_str_equal (*id, member))
      g_strv_builder_add (list, *id);
  if (agrees)
    g_strv_builder_add (list, member);
  g_strfreev (charter->agreed);
  charter->agreed = g_strv_builder_end (list);
  g_free (charter->agreed_on);
  charter->agreed_on = charter->agreed[0] != NULL ? g_strdup (date) : NULL;
}

/* To whom a member reports: a name, or a member by its id. */
static const char *
get_boss (const RoundelProgram *self,
          const RoundelMember  *member)
{
  const RoundelMember *boss = member->reports_to != NULL ? roundel_program_find_member (self, member->reports_to) : NULL;

  return boss != NULL && boss->name != NULL ? boss->name : member->reports_to;
}

/**
 * roundel_program_list_supervisors:
 *
 * Returns: (transfer full): the names of those to whom members report, each once, in the order of the members
 */
char **
roundel_program_list_supervisors (const RoundelProgram *self)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->members->len; i++)
    {
      const char *boss = get_boss (self, self->members->pdata[i]);

      if (boss != NULL && *boss != '\0' && g_hash_table_add (known, (gpointer) boss))
        g_strv_builder_add (list, boss);
    }
  return g_strv_builder_end (list);
}

/* Sessions and hours of one member. */
static void
append_effort (GString              *text,
               const RoundelProgram *self)
{
  const char *circle = self->circles->len > 0 ? ((RoundelCircle *) self->circles->pdata[0])->id : NULL;
  guint seconds = 0;
  guint n = 0;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const RoundelSession *session = self->sessions->pdata[i];

      if (g_strcmp0 (session->circle, circle) != 0)
        continue;
      seconds += session->seconds;
      n++;
    }
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u session, %.3g hours together:", "%u sessions, %.3g hours together:", n),
                          n, seconds / 3600.0);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const RoundelSession *session = self->sessions->pdata[i];
      g_autoptr (GDateTime) starts = NULL;
      g_autofree char *said = NULL;

      if (g_strcmp0 (session->circle, circle) != 0 || session->starts == NULL)
        continue;
      starts = roundel_local_time_resolve (session->starts, "UTC", 0, NULL);
      said = starts != NULL ? g_date_time_format (starts, _("%A, %-d %B %Y, %H:%M")) : g_strdup (session->starts);
      g_string_append_printf (text, "  – %s\n", said);
    }
}

static void
append_kept (GString *text)
{
  g_auto (GStrv) kept = roundel_charter_never_leaves ();

  for (guint i = 0; kept[i] != NULL; i++)
    g_string_append_printf (text, "  – %s\n", kept[i]);
}

/**
 * roundel_program_write_letter:
 * @self: a program
 * @supervisor: to whom members report
 *
 * Returns: (transfer full): a support letter to be signed by @supervisor (D12), in the reader's language
 */
char *
roundel_program_write_letter (const RoundelProgram *self,
                              const char           *supervisor)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("To %s"), supervisor);
  g_string_append_printf (text, "\n\n%s\n\n", self->title != NULL ? self->title : _("Our peer-learning program"));
  g_string_append (text, _("Of those who report to you, these take part:"));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->members->len; i++)
    if (g_strcmp0 (get_boss (self, self->members->pdata[i]), supervisor) == 0)
      {
        g_autofree char *label = roundel_members_dup_label (self->members, i);

        g_string_append_printf (text, "  – %s\n", label);
      }
  g_string_append_c (text, '\n');
  if (self->topic != NULL)
    g_string_append_printf (text, _("It is about: %s."), self->topic);
  g_string_append (text, self->topic != NULL ? "\n\n" : "");
  append_effort (text, self);
  g_string_append_printf (text, "\n%s\n", _("What we ask of you:"));
  g_string_append_printf (text, "  – %s\n", _("The sessions and the practice between them are work time."));
  g_string_append_printf (text, "  – %s\n", _("You protect these dates, and do not take part yourself."));
  g_string_append_printf (text, "  – %s\n", _("You ask for no report of what is said, from us or from them."));
  g_string_append_printf (text, "  – %s\n", _("They may try new things at work, and some will not succeed at once."));
  g_string_append_printf (text, "\n%s\n", _("What is never reported:"));
  append_kept (text);
  g_string_append_printf (text, "%s\n", _("Only where there is danger, the law or harassment does confidentiality end, to get help."));
  g_string_append_printf (text, "\n%s\n\n%s ______________________   %s ____________\n", _("I agree and support this."), _("Signed"),
                          _("Date"));
  return g_string_free (text, FALSE);
}

/**
 * roundel_program_write_talk_sheet:
 *
 * Returns: (transfer full): with what a member asks the own supervisor for time (D12), in the reader's language
 */
char *
roundel_program_write_talk_sheet (const RoundelProgram *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n\n", _("Asking for time, in five minutes"));
  g_string_append_printf (text, "1. %s\n", _("Say what it is for: what you want to do better at work, in a sentence of your own."));
  if (self->topic != NULL)
    {
      g_string_append (text, "   ");
      g_string_append_printf (text, _("It is about: %s."), self->topic);
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, "2. %s\n   ", _("Say what it takes, with the dates in hand."));
  append_effort (text, self);
  g_string_append_printf (text, "3. %s\n", _("Say what you will bring back: lessons you release, and what you do differently."));
  g_string_append_printf (text, "4. %s\n", _("Say what stays in the room, so that nobody asks for it later:"));
  append_kept (text);
  g_string_append_printf (text, "5. %s\n", _("Ask: is this work time, and will you protect the dates? Then ask what would make it hard, and listen."));
  return g_string_free (text, FALSE);
}

/**
 * roundel_program_write_expectation_letter:
 *
 * Returns: (transfer full): a letter to the organisation that says what to expect, and what not (D15), in the reader's language
 */
char *
roundel_program_write_expectation_letter (const RoundelProgram *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n\n", self->title != NULL ? self->title : _("Our peer-learning program"));
  g_string_append (text, _("Colleagues at eye level will learn from one another, and practise at work what they learned."));
  g_string_append (text, "\n\n");
  if (self->topic != NULL)
    g_string_append_printf (text, _("It is about: %s."), self->topic);
  g_string_append (text, self->topic != NULL ? "\n\n" : "");
  if (self->event != NULL)
    {
      /* Translators: %s is a course, a conference or the like */
      g_string_append_printf (text, _("It follows %s, so that what was learned there is used."), self->event);
      g_string_append (text, "\n\n");
    }
  append_effort (text, self);
  g_string_append_printf (text, "\n%s\n", _("What to expect:"));
  g_string_append_printf (text, "  – %s\n", _("Learning with peers is part of the work, here and in every circle that members start themselves."));
  g_string_append_printf (text, "  – %s\n", _("Any member can call a meeting, and anybody may start a circle of their own."));
  g_string_append_printf (text, "  – %s\n", _("You will hear lessons that their owners release, and see what they do differently."));
  g_string_append_printf (text, "\n%s\n", _("What is never reported:"));
  append_kept (text);
  if (self->sponsor != NULL && !self->informal)
    g_string_append_printf (text, "\n%s\n", self->sponsor);
  return g_string_free (text, FALSE);
}
