// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.groundwork.count.Round.Purpose;

/**
 * How a lot falls, so that anybody can draw it again. Drawn only when the rule knows nothing else.
 */
public sealed interface Lots {
  /**
   * Puts candidates in the order in which the lot draws them: the first is the one taken.
   *
   * @param draw counts the draws of this count from one
   * @param purpose what the first is taken for
   * @param tied at least two numbers, ascending
   * @return the same numbers
   */
  List<Integer> order(int draw, Purpose purpose, List<Integer> tied);

  /**
   * Lots from a seed that was written down before the count: the candidates in the order of the SHA-256 of
   * {@code seed:draw:number} in UTF-8, read as hexadecimal digits.
   *
   * @param seed whatever was recorded, as in the numbers of a public lottery or the throws of dice
   */
  record Seeded(String seed) implements Lots {
    @Override
    public List<Integer> order(int draw, Purpose purpose, List<Integer> tied) {
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
    /** @throws IllegalArgumentException when a candidate stands in it twice */
    public Drawn {
      order = List.copyOf(order);
      if (new HashSet<>(order).size() < order.size()) {
        throw new IllegalArgumentException("a candidate's lot was drawn twice");
      }
    }

    @Override
    public List<Integer> order(int draw, Purpose purpose, List<Integer> tied) {
      return tied.stream()
          .sorted(
              Comparator.comparingInt((Integer number) -> order.contains(number) ? order.indexOf(number) : order.size())
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  /** Lots that are drawn while the count waits, by people or by a procedure of the caller's. */
  record Asked(Question question) implements Lots {
    @Override
    public List<Integer> order(int draw, Purpose purpose, List<Integer> tied) {
      List<Integer> answer = question.order(draw, purpose, tied);
      if (!answer.stream().sorted().toList().equals(tied)) {
        throw new IllegalArgumentException("the lot was to be drawn among " + tied + " and came out as " + answer);
      }
      return answer;
    }
  }

  /** Answers as {@link Lots#order} does. */
  @FunctionalInterface
  interface Question {
    /** See {@link Lots#order}. */
    List<Integer> order(int draw, Purpose purpose, List<Integer> tied);
  }
}
