package io.github.molweave.browser.wat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RepetitionTest {

  @Test
  void writesEachFormCountTimesInARow() {
    assertEquals("(a 0)\n(a 1)\n(b 0)\n(b 1)\n", Repetition.expand("(each i 2 (a {i}) (b {i}))"));
  }

  @Test
  void multipliesTheNumber() {
    assertEquals(
        "(load offset=0)\n(load offset=16)\n(load offset=32)\n",
        Repetition.expand("(each v 3 (load offset={v*16}))"));
  }

  @Test
  void repetitionsMayBeNested() {
    assertEquals(
        "(s 00)\n(s 01)\n\n(s 10)\n(s 11)\n\n",
        Repetition.expand("(each r 2 (each p 2 (s {r}{p})))"));
  }

  @Test
  void bracketsInCommentsCountForNothing() {
    String text = "(each i 2\n  ;; not closed: (\n  (a {i}))\n;; (each of them\n(b)";
    assertEquals("(a 0)\n(a 1)\n\n;; (each of them\n(b)", Repetition.expand(text));
  }

  @Test
  void leavesOtherTextAlone() {
    String text = "(func $f (param $x i32) (result i32) (local.get $x)) ;; {i}\n";
    assertEquals(text, Repetition.expand(text));
  }

  @Test
  void saysWhereABracketIsMissing() {
    var refusal =
        assertThrows(
            IllegalArgumentException.class, () -> Repetition.expand("(b) (each i 2 (a {i})"));
    assertEquals("no bracket closes (each i 2 (a {i})", refusal.getMessage());
  }
}
