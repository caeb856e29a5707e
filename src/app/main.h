/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void roundel_app_init_locale (void);
int  roundel_app_main        (int    argc,
                              char **argv);
