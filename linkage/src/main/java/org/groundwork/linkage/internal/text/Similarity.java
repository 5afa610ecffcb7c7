// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.text;

/** Whether two texts in comparable form are the same but for a slip of the pen. */
public final class Similarity {
  private Similarity() {}

  /**
   * Persons: every word has a partner in the other name and together they differ by few letters, or the letters are the
   * same in another order.
   */
  public static boolean persons(String a, String b) {
    if (a.equals(b)) {
      return !a.isEmpty();
    }
    String x = solid(a);
    String y = solid(b);
    int slips = slips(Math.min(x.length(), y.length()));
    if (slips == 0 || Math.abs(x.length() - y.length()) > slips) {
      return false;
    }
    return x.equals(y) || within(a, b, slips) || wordsAgree(a, b, slips);
  }

  /** Companies: few letters differ, and no digit. */
  public static boolean companies(String a, String b) {
    return alike(a, b, 8);
  }

  /** Streets: few letters differ, and no digit. */
  public static boolean streets(String a, String b) {
    return alike(a, b, 6);
  }

  /** How many slips a text of so many letters may hold: none below six, one below twelve, then two. */
  static int slips(int letters) {
    return letters < 6 ? 0 : letters < 12 ? 1 : 2;
  }

  private static boolean alike(String a, String b, int least) {
    if (a.equals(b)) {
      return !a.isEmpty();
    }
    String x = solid(a);
    String y = solid(b);
    if (x.equals(y)) {
      return true;
    }
    int letters = Math.min(letters(x), letters(y));
    return letters >= least && digits(x).equals(digits(y)) && within(x, y, letters < 12 ? 1 : 2);
  }

  private static boolean wordsAgree(String a, String b, int slips) {
    String[] x = a.split(" ", -1);
    String[] y = b.split(" ", -1);
    if (x.length != y.length || x.length < 2) {
      return false;
    }
    int left = slips;
    boolean[] used = new boolean[y.length];
    for (String word : x) {
      int best = Integer.MAX_VALUE;
      int which = -1;
      for (int j = 0; j < y.length; j++) {
        int d = used[j] ? Integer.MAX_VALUE : distance(word, y[j], left);
        if (d < best) {
          best = d;
          which = j;
        }
      }
      if (which < 0 || best > left || (best > 0 && word.length() < 4)) {
        return false;
      }
      used[which] = true;
      left -= best;
    }
    return true;
  }

  private static String solid(String text) { return text.indexOf(' ') < 0 ? text : text.replace(" ", ""); }

  private static int letters(String text) {
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      n += Character.isDigit(text.charAt(i)) ? 0 : 1;
    }
    return n;
  }

  private static String digits(String text) {
    var digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }

  private static boolean within(String a, String b, int most) { return distance(a, b, most) <= most; }

  /**
   * Letters to add, drop, change or exchange with the neighbour to make one text of the other (optimal string
   * alignment); anything above {@code most} is {@code most + 1}.
   */
  static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int n = b.length();
    int[] before = new int[n + 1];
    int[] last = new int[n + 1];
    int[] row = new int[n + 1];
    for (int j = 0; j <= n; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= n; j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int d = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
        if (cost == 1 && i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          d = Math.min(d, before[j - 2] + 1);
        }
        row[j] = d;
        least = Math.min(least, d);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return Math.min(last[n], most + 1);
  }
}
