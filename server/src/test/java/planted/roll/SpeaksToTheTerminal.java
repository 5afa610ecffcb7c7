// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.roll;

/** A name on the terminal is a name in a log. */
public final class SpeaksToTheTerminal {
  public void say(String name) { System.out.println(name); }
}
