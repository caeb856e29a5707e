/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/main.h"

int
main (int   argc,
      char *argv[])
{
  return roundel_app_main (argc, argv);
}
