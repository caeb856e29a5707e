/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

int roundel_app_main (int    argc,
                      char **argv);
