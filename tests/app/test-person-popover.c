/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/programs/person-popover.h"
#include "app/widgets/choice-list.h"

typedef struct
{
  RoundelProgram *program;
  GtkWindow *window;
  GtkWidget *popover;
  char *saved;    /* the name that was saved */
  char *moved;    /* the circle somebody goes to */
} Fixture;

static void
saved_cb (Fixture       *fixture,
          RoundelMember *member)
{
  g_assert_null (fixture->saved);
  fixture->saved = g_strdup (member->name);
}

static void
moved_cb (Fixture    *fixture,
          const char *member,
          const char *circle)
{
  g_assert_cmpstr (member, ==, "ana");
  fixture->moved = g_strdup (circle);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GtkWidget *button = gtk_button_new ();

  fixture->program = roundel_program_new ("program");
  g_ptr_array_add (fixture->program->members, roundel_member_new ("ana", "Ana"));
  g_strfreev (roundel_program_add_circle (fixture->program, "one")->members);
  ((RoundelCircle *) fixture->program->circles->pdata[0])->members = g_strsplit ("ana", " ", -1);
  roundel_program_add_circle (fixture->program, "two");
  fixture->popover = roundel_person_popover_new (fixture->program, fixture->program->members->pdata[0], NULL);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, button);
  gtk_widget_set_parent (fixture->popover, button);
  g_signal_connect_swapped (fixture->popover, "saved", G_CALLBACK (saved_cb), fixture);
  g_signal_connect_swapped (fixture->popover, "moved", G_CALLBACK (moved_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_widget_unparent (fixture->popover);
  gtk_window_destroy (fixture->window);
  roundel_program_free (fixture->program);
  g_free (fixture->saved);
  g_free (fixture->moved);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
save (Fixture *fixture)
{
  g_signal_emit_by_name (find (fixture->popover, ADW_TYPE_ENTRY_ROW), "entry-activated");
}

static void
test_what_was_not_changed_is_not_saved (Fixture      *fixture,
                                        gconstpointer data)
{
  save (fixture);
  g_assert_null (fixture->saved);
  g_assert_null (fixture->moved);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture->popover, ADW_TYPE_ENTRY_ROW)), "Ana Ruiz");
  save (fixture);
  g_assert_cmpstr (fixture->saved, ==, "Ana Ruiz");
  g_assert_null (fixture->moved);
}

static void
test_another_circle_is_chosen (Fixture      *fixture,
                               gconstpointer data)
{
  RoundelChoiceList *circle = ROUNDEL_CHOICE_LIST (find (fixture->popover, ROUNDEL_TYPE_CHOICE_LIST));

  g_assert_cmpuint (roundel_choice_list_get_selected (circle), ==, 0);
  roundel_choice_list_set_selected (circle, 1);
  g_assert_cmpuint (roundel_choice_list_get_selected (circle), ==, 1);
  save (fixture);
  g_assert_null (fixture->saved);
  g_assert_cmpstr (fixture->moved, ==, "two");
}

int
main (int   argc,
      char *argv[])
{
  app_test_init (&argc, &argv);
#define add(name, function) g_test_add ("/person-popover/" name, Fixture, NULL, set_up, function, tear_down)
  add ("what-was-not-changed-is-not-saved", test_what_was_not_changed_is_not_saved);
  add ("another-circle-is-chosen", test_another_circle_is_chosen);
#undef add
  return g_test_run ();
}
