// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How a lot falls, so that anybody can draw it again. Drawn only when the rule knows nothing else.
 */
public sealed interface Lots {
  /**
   * Puts candidates in the order in which the lot draws them.
   *
   * @param draw counts the draws of this count from one
   * @param tied at least two numbers, ascending
   */
  List<Integer> order(int draw, List<Integer> tied);

  /**
   * Lots from a seed that was written down before the count: the candidates in the order of the SHA-256 of
   * {@code seed:draw:number} in UTF-8, read as hexadecimal digits.
   *
   * @param seed whatever was recorded, as in the numbers of a public lottery or the throws of dice
   */
  record Seeded(String seed) implements Lots {
    @Override
    public List<Integer> order(int draw, List<Integer> tied) {
      record Ticket(int number, byte[] hash) {}
      return tied.stream()
          .map(number -> new Ticket(number, sha256(seed + ":" + draw + ":" + number)))
          .sorted(Comparator.comparing(Ticket::hash, Arrays::compareUnsigned).thenComparingInt(Ticket::number))
          .map(Ticket::number)
          .toList();
    }

    private static byte[] sha256(String text) {
      try {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }

  /**
   * Lots that people drew and wrote down: the candidates in the order in which they were drawn, the same order for every draw.
   * Whoever is not in it comes after those who are, by number.
   */
  record Drawn(List<Integer> order) implements Lots {
    public Drawn { order = List.copyOf(order); }

    @Override
    public List<Integer> order(int draw, List<Integer> tied) {
      return tied.stream()
          .sorted(
              Comparator.comparingInt((Integer number) -> order.contains(number) ? order.indexOf(number) : order.size())
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }
}
