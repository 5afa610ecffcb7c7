// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.BallotText;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Question;

/** The products of ballots' ciphertexts, each raised to its weight, of the questions that are added up. */
final class Sums {
  private final ElectionText election;
  private final Element[][] products;

  Sums(ElectionText election) {
    this.election = election;
    List<Question> questions = election.questions();
    this.products = new Element[questions.size()][];
    for (int i = 0; i < products.length; i++) {
      products[i] = new Element[questions.get(i) instanceof Question.Homomorphic asked ? 2 * asked.choices() : 0];
      java.util.Arrays.fill(products[i], election.group().one());
    }
  }

  void add(BallotText ballot, long weight) { times(ballot, weight, false); }

  void subtract(BallotText ballot, long weight) { times(ballot, weight, true); }

  private void times(BallotText ballot, long weight, boolean inverse) {
    for (int i = 0; i < products.length; i++) {
      List<Ciphertext> choices = ballot.answers().get(i).ciphertexts();
      for (int j = 0; j < products[i].length; j++) {
        Ciphertext choice = choices.get(j / 2);
        Element element = raised((j & 1) == 0 ? choice.alpha().element() : choice.beta().element(), weight);
        products[i][j] = election.group()
            .times(products[i][j],
                inverse ? election.group().inverse(element) : element);
      }
    }
  }

  private Element raised(Element element, long weight) {
    return weight == 1 ? element : election.group().power(element, BigInteger.valueOf(weight));
  }

  void add(Sums other) {
    for (int i = 0; i < products.length; i++) {
      for (int j = 0; j < products[i].length; j++) {
        products[i][j] = election.group().times(products[i][j], other.products[i][j]);
      }
    }
  }

  /** Whether these are the ciphertexts of a question. */
  boolean same(int question, List<Ciphertext> ciphertexts) {
    Group group = election.group();
    for (int j = 0; j < ciphertexts.size(); j++) {
      if (!group.same(products[question][2 * j], ciphertexts.get(j).alpha().element())
          || !group.same(products[question][2 * j + 1], ciphertexts.get(j).beta().element())) {
        return false;
      }
    }
    return true;
  }

  /** α and β of each choice of a question, one after the other. */
  List<Element> of(int question) {
    return new ArrayList<>(List.of(products[question]));
  }
}
