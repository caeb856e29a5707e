/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-start [ENTRIES]: from the start of the program to the first painted page in the list of the journal, the processor
 * time that took, and the memory it has a second later, beside a window of the same widgets with 20 rows of fixed text, in
 * the same style and with the same icons, in the same run. Processor time is the one to believe on a machine with much to do. */

#include "bench-journal.h"

#include <stdlib.h>
#include <sys/resource.h>

#define TIMES 11
#define ROWS 20
#define SETTLE 1000 /* ms */
#define LIMIT 60 /* seconds */

typedef struct
{
  const char *row_type; /* what is waited for */
  gint64 begun;         /* monotonic, microseconds */
  gint64 painted;
  gint64 processor;     /* user and system, microseconds */
} Watch;

typedef struct
{
  double seconds;
  double processor; /* seconds */
  double mebibytes;
} Start;

/* One start */

/* Memory that is this process's alone and was written to, in KiB. */
static guint
own_memory (void)
{
  g_autofree char *rollup = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    return 0;
  line = strstr (rollup, "Private_Dirty:");
  return line != NULL ? (guint) g_ascii_strtoull (line + strlen ("Private_Dirty:"), NULL, 10) : 0;
}

static gboolean
settled_cb (gpointer user_data)
{
  Watch *watch = user_data;

  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u\n", watch->painted - watch->begun, watch->processor, own_memory ());
  exit (0);
}

static void
painted_cb (GdkFrameClock *clock,
            Watch         *watch)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (g_application_get_default ()));
  struct rusage usage;

  if (watch->painted != 0 || window == NULL || find_mapped (GTK_WIDGET (window), watch->row_type) == NULL)
    return;
  watch->painted = g_get_monotonic_time ();
  g_assert_no_errno (getrusage (RUSAGE_SELF, &usage));
  watch->processor = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC +
                     usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
  /* what is left for later is memory, too */
  g_timeout_add_full (G_PRIORITY_LOW, SETTLE, settled_cb, watch, NULL);
}

static void
activated_cb (GtkApplication *application,
              Watch          *watch)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), watch);
}

static void
setup_row_cb (GtkListItemFactory *factory,
              GtkListItem        *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_name (row, "row");
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("document-edit-symbolic"));
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_wrap (GTK_LABEL (label), i == 2);
      gtk_label_set_lines (GTK_LABEL (label), i == 2 ? 2 : 1);
      gtk_widget_set_hexpand (label, i == 0);
      gtk_box_append (GTK_BOX (i < 2 ? top : words), label);
    }
  gtk_box_prepend (GTK_BOX (words), top);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkListItemFactory *factory,
             GtkListItem        *item)
{
  GtkWidget *words = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  GtkWidget *top = gtk_widget_get_first_child (words);
  g_autofree char *title = g_strdup_printf ("Page %u", gtk_list_item_get_position (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (top)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (top)), "21:40");
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (words)), text);
}

/* The window to compare with: the widgets of the journal with its page, filled with fixed text. In XML, since some of them
 * must not be named in C any more. */
static const char window_ui[] =
  "<interface>"
  " <object class='GtkStringList' id='rows'/>"
  " <object class='AdwApplicationWindow' id='window'>"
  "  <property name='default-width'>1152</property><property name='default-height'>752</property>"
  "  <property name='content'><object class='AdwToastOverlay'><property name='child'>"
  "   <object class='GtkBox'><property name='orientation'>vertical</property>"
  "    <child><object class='AdwViewStack' id='pages'><property name='vexpand'>1</property>"
  "     <child><object class='AdwViewStackPage'><property name='name'>a</property><property name='title'>Programs</property>"
  "      <property name='icon-name'>view-list-symbolic</property>"
  "      <property name='child'><object class='AdwBin'/></property></object></child>"
  "     <child><object class='AdwViewStackPage'><property name='name'>b</property><property name='title'>Run</property>"
  "      <property name='icon-name'>media-playback-start-symbolic</property>"
  "      <property name='child'><object class='AdwBin'/></property></object></child>"
  "     <child><object class='AdwViewStackPage'><property name='name'>c</property><property name='title'>Journal</property>"
  "      <property name='icon-name'>document-edit-symbolic</property><property name='child'>"
  "      <object class='GtkBox'><property name='orientation'>vertical</property>"
  "       <child><object class='AdwHeaderBar'>"
  "        <child><object class='GtkButton'><property name='icon-name'>list-add-symbolic</property></object></child>"
  "        <property name='title-widget'><object class='AdwViewSwitcherTitle'>"
  "         <property name='stack'>pages</property><property name='title'>Journal</property></object></property>"
  "        <child type='end'><object class='GtkMenuButton'><property name='icon-name'>open-menu-symbolic</property>"
  "        </object></child></object></child>"
  "       <child><object class='AdwLeaflet'><property name='vexpand'>1</property>"
  "        <child><object class='GtkBox'><property name='orientation'>vertical</property>"
  "         <property name='width-request'>276</property>"
  "         <child><object class='GtkSearchEntry'><property name='placeholder-text'>Search everything</property></object></child>"
  "         <child><object class='GtkScrolledWindow'><property name='vexpand'>1</property>"
  "          <property name='hscrollbar-policy'>never</property>"
  "          <property name='child'><object class='GtkListView' id='list'/></property></object></child></object></child>"
  "        <child><object class='AdwFlap'><property name='flap-position'>end</property><property name='hexpand'>1</property>"
  "         <property name='content'><object class='GtkBox'><property name='orientation'>vertical</property>"
  "          <child><object class='GtkBox'><property name='spacing'>6</property>"
  "           <child><object class='GtkLabel'><property name='label'>Today</property></object></child>"
  "           <child><object class='GtkMenuButton'><property name='label'>Reflection</property></object></child>"
  "           <child><object class='GtkMenuButton'><property name='label'>No program</property></object></child>"
  "           <child><object class='GtkButton'><property name='icon-name'>format-text-bold-symbolic</property></object></child>"
  "           <child><object class='GtkButton'><property name='icon-name'>format-text-italic-symbolic</property></object></child>"
  "           <child><object class='GtkMenuButton'><property name='icon-name'>view-more-symbolic</property></object></child>"
  "          </object></child>"
  "          <child><object class='GtkScrolledWindow'><property name='vexpand'>1</property><property name='child'>"
  "           <object class='GtkTextView' id='page'><property name='wrap-mode'>word</property></object></property></object></child>"
  "          <child><object class='GtkBox'><property name='spacing'>6</property>"
  "           <child><object class='GtkLabel'><property name='label'>Saved</property></object></child>"
  "           <child><object class='GtkButton'><property name='label'>Release a Lesson…</property></object></child>"
  "          </object></child></object></property>"
  "         <property name='flap'><object class='GtkScrolledWindow'><property name='width-request'>310</property>"
  "          <property name='hscrollbar-policy'>never</property><property name='child'>"
  "          <object class='GtkListBox' id='cards'><property name='selection-mode'>none</property></object></property></object>"
  "         </property></object></child></object></child></object>"
  "      </property></object></child>"
  "    </object></child>"
  "    <child><object class='AdwViewSwitcherBar'><property name='stack'>pages</property></object></child></object>"
  "  </property></object></property></object></interface>";

static void
build_window_cb (GtkApplication *application)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (window_ui, -1);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  GtkTextView *page = GTK_TEXT_VIEW (gtk_builder_get_object (builder, "page"));
  GtkListView *list = GTK_LIST_VIEW (gtk_builder_get_object (builder, "list"));
  GtkListBox *cards = GTK_LIST_BOX (gtk_builder_get_object (builder, "cards"));
  GtkStringList *rows = GTK_STRING_LIST (gtk_builder_get_object (builder, "rows"));

  for (guint i = 0; i < ROWS; i++)
    gtk_string_list_append (rows, text);
  for (guint i = 0; i < CARDS; i++)
    {
      GtkWidget *card = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (card), "Ask the same day");
      adw_action_row_set_subtitle (ADW_ACTION_ROW (card), "When I see a date slip");
      adw_action_row_add_suffix (ADW_ACTION_ROW (card), gtk_button_new_with_label ("Tried It"));
      gtk_list_box_append (cards, card);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_list_view_set_factory (list, factory);
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (rows)))));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (page), text, -1);
  g_object_set (gtk_builder_get_object (builder, "pages"), "visible-child-name", "c", NULL);
  gtk_window_set_application (window, application);
  gtk_widget_grab_focus (GTK_WIDGET (page));
  gtk_window_present (window);
}

static int
start (const char *which,
       gint64      begun)
{
  gboolean whole = g_str_equal (which, "roundel");
  Watch watch = { whole ? "RoundelEntryRow" : "GtkListItemWidget", begun, 0, 0 };
  g_autoptr (GApplication) application = NULL;
  char *arguments[] = { (char *) "bench-start", NULL };

  g_resources_register (roundel_app_get_resource ());
  if (whole)
    {
      application = bench_application_new ();
    }
  else
    {
      application = G_APPLICATION (adw_application_new ("org.roundel.Bench", G_APPLICATION_DEFAULT_FLAGS));
      g_application_set_resource_base_path (application, "/org/roundel/Roundel");
      g_signal_connect (application, "activate", G_CALLBACK (build_window_cb), NULL);
    }
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), &watch);
  alarm (LIMIT);
  return g_application_run (application, 1, arguments) != 0;
}

/* The comparison */

static Start
measure (const char *self,
         const char *which)
{
  g_autofree char *begun = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *argv[] = { self, which, begun, NULL };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  Start one;
  char *end;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error) || said == NULL || *said == '\0')
    g_error ("%s did not paint a row: %s", which, error != NULL ? error->message : "it ended");
  one.seconds = g_ascii_strtoll (said, &end, 10) / 1e6;
  one.processor = g_ascii_strtoll (end, &end, 10) / 1e6;
  one.mebibytes = g_ascii_strtoll (end, NULL, 10) / 1024.0;
  return one;
}

/* The median of the figure at OFFSET. */
static double
median (const Start *starts,
        gsize        offset)
{
  double values[TIMES];

  for (guint i = 0; i < TIMES; i++)
    values[i] = G_STRUCT_MEMBER (double, &starts[i], offset);
  qsort (values, TIMES, sizeof (double), compare_doubles);
  return values[TIMES / 2];
}

#define figure(starts, member) median (starts, G_STRUCT_OFFSET (Start, member))

int
main (int   argc,
      char *argv[])
{
  guint n_entries = argc == 2 ? (guint) atoi (argv[1]) : 10000;
  Start window[TIMES], roundel[TIMES];
  g_autofree char *folder = NULL;

  if (argc == 3)
    return start (argv[1], g_ascii_strtoll (argv[2], NULL, 10));

  folder = g_dir_make_tmp ("bench-start-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  fill (folder, n_entries);
  for (guint i = 0; i < TIMES; i++)
    {
      window[i] = measure (argv[0], "window");
      roundel[i] = measure (argv[0], "roundel");
    }
  for (guint i = 0; i < 2; i++)
    {
      const Start *starts = i == 0 ? window : roundel;

      g_print ("%-36s %7.3f s, %7.3f s of processor, %7.1f MiB\n", i == 0 ? "a window with 20 rows" : "Roundel, the journal",
               figure (starts, seconds), figure (starts, processor), figure (starts, mebibytes));
    }
  g_print ("%u pages: first row after %.2f times as long, with %.2f times the processor time and %.2f times the memory\n",
           n_entries, figure (roundel, seconds) / figure (window, seconds),
           figure (roundel, processor) / figure (window, processor), figure (roundel, mebibytes) / figure (window, mebibytes));
  clear_away (folder);
  return 0;
}
