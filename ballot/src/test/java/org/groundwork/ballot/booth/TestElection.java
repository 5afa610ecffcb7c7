// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.booth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.proof.Context;
import org.groundwork.ballot.internal.proof.SchnorrProof;
import org.groundwork.ballot.internal.role.Credential;
import org.groundwork.ballot.internal.verify.BallotCheck;

/** An election with one trustee, whose key is known, and voters. */
record TestElection(String text, ElectionText election, Context context, PublicKey trustee, Secret privateKey,
    List<Secret> credentials) {
  static final String UUID = "7bT2kQw9XzLmPc";
  static final Question ONE = new Question.Homomorphic("¿Huelga? \"ahora\" \\ é 🪧\n", List.of("Yes", "No", "Later"),
      false, 1,
      1);
  static final Question BLANK = new Question.Homomorphic("Who", List.of("A", "B", "C", "D"), true, 1, 3);
  static final Question ANY = new Question.Homomorphic("Any", List.of("A", "B"), false, 0, 2);
  static final Question BLANK_OR_NONE = new Question.Homomorphic("None", List.of("A"), true, 0, 0);
  static final Question RANKING = new Question.NonHomomorphic("Rank", List.of("A", "B", "C", "D", "E"));
  private static final Randomness RANDOM = Randomness.secure();

  static TestElection of(String groupName, List<Question> questions, Credential.Form form, int voters) {
    Group group = group(groupName);
    BigInteger x = RANDOM.below(group.q());
    PublicKey trustee = SchnorrProof.publicKey(group, x, RANDOM);
    String text = ElectionText.write(UUID, "Name", "Description <b>", group, trustee.key(), questions,
        Optional.of("admin"), Optional.of("authority"));
    ElectionText election = ElectionText.read(text.getBytes(StandardCharsets.UTF_8));
    var credentials = new ArrayList<Secret>();
    for (int i = 0; i < voters; i++) {
      credentials.add(Credential.generate(form, RANDOM));
    }
    return new TestElection(text, election, Context.of(election, 1), trustee,
        Secret.of(x, SecretAccess.granted()), credentials);
  }

  static Group group(String name) { return Group.named(name).orElseThrow(); }

  Trustees trustees() { return new Trustees(List.of(new Trustees.Single(trustee))); }

  String publicCredential(Secret credential) {
    Group group = election.group();
    return group.write(context.g().ofSecret(Credential.exponent(group, election.uuid(), credential)));
  }

  List<String> publicCredentials() { return credentials.stream().map(this::publicCredential).sorted().toList(); }

  BallotCheck check() { return new BallotCheck(election, context, publicCredentials()::contains); }
}
