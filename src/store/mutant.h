/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The proof must be able to fail: tests/store/test-mutants.c builds the store once more with these mistakes in it and
 * asserts that the causal oracle catches each. In the program itself all of it is constant and compiled away. */
enum
{
  MUTANT_NONE,
  MUTANT_LAST_WRITER_WINS,
  MUTANT_NO_TIE_BREAK,
  MUTANT_ID_OF_DEVICE_AND_CLOCK,
  MUTANT_REFUSE_FUTURE_CLOCKS,
  MUTANT_SUPERSEDED_EVERYWHERE,
  MUTANT_BODY_OVER_STUB,
};

#ifdef ROUNDEL_WITH_MUTANTS
extern int roundel_mutant;
#else
#define roundel_mutant MUTANT_NONE
#endif
