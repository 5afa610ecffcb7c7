// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.json.Canonical;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/** The result of each question (section <em>Election result</em>). */
public record ResultText(List<Counted> questions) {
  private static final int LARGEST_INT = 255;

  public ResultText { questions = List.copyOf(questions); }

  /** The result of a question. */
  public sealed interface Counted {}

  /** The sum of each answer; the first is that of blank votes where they are allowed. */
  public record Sums(List<BigInteger> sums) implements Counted {
    public Sums { sums = List.copyOf(sums); }
  }

  /** Each ballot's numbers. */
  public record Lists(List<List<Integer>> lists) implements Counted {
    public Lists { lists = List.copyOf(lists); }
  }

  /** Reads one of a tally. */
  public static ResultText read(ElectionText election, Tally tally, byte[] bytes) {
    var counted = new ArrayList<Counted>();
    List<Node> given = sized(Json.read(bytes).get("result"), tally.questions().size());
    for (int i = 0; i < given.size(); i++) {
      List<Node> parts = sized(given.get(i), tally.questions().get(i).size());
      counted.add(switch (election.questions().get(i)) {
        case Question.Homomorphic _ -> new Sums(parts.stream().map(each -> new BigInteger(each.digits())).toList());
        case Question.NonHomomorphic question -> new Lists(parts.stream()
            .map(each -> sized(each, question.answers().size()).stream()
                .map(part -> part.number(0, LARGEST_INT))
                .toList())
            .toList());
      });
    }
    var result = new ResultText(counted);
    return Canonical.checked(result, result.write(), bytes);
  }

  private static List<Node> sized(Node node, int size) {
    List<Node> list = node.list();
    if (list.size() != size) {
      throw node.refused(Reason.FALSE_RESULT, size + " numbers are expected here");
    }
    return list;
  }

  /** Its text. */
  public String write() {
    var out = new Compact();
    out.open('{').name("result").open('[');
    for (Counted each : questions) {
      out.open('[');
      switch (each) {
        case Sums sums -> sums.sums().forEach(sum -> out.raw(Weights.json(sum.toString())));
        case Lists lists -> lists.lists().forEach(list -> {
          out.open('[');
          list.forEach(number -> out.raw(number.toString()));
          out.close(']');
        });
      }
      out.close(']');
    }
    return out.close(']').close('}').toString();
  }
}
