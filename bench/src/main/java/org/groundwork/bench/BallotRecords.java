// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.internal.archive.ArchiveWriter;
import org.groundwork.ballot.internal.archive.Event;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.proof.BallotMaker;
import org.groundwork.ballot.internal.proof.Context;
import org.groundwork.ballot.internal.proof.SchnorrProof;
import org.groundwork.ballot.internal.role.RecordKeeper;

/** Records of elections with one question of three answers, of which one is chosen, and one trustee. */
final class BallotRecords {
  private static final long SECONDS = 1_795_456_939L;
  private static final int AT_ONCE = 2_000;
  private final Group group;
  private final ElectionText election;
  private final Context context;
  private final BallotMaker maker;
  private final List<BigInteger> secrets = new ArrayList<>();
  private final Path file;

  /** Begins a record of so many credentials in a folder. */
  BallotRecords(Path folder, String groupName, int credentials) throws IOException {
    this.group = Group.named(groupName).orElseThrow();
    Randomness randomness = Randomness.secure();
    String uuid = "Bench" + groupName.substring(0, 2) + "1111111" + "1".repeat(9);
    this.file = Files.createDirectories(folder).resolve(uuid + ".bel");
    Files.deleteIfExists(file);
    PublicKey key = SchnorrProof.publicKey(group, randomness.below(group.q()), randomness);
    String text = ElectionText.write(uuid, "Bench", "", group, key.key(),
        List.of(new Question.Homomorphic("Strike?", List.of("Yes", "No", "Later"), false, 1, 1)), Optional.empty(),
        Optional.empty());
    this.election = ElectionText.read(text.getBytes(StandardCharsets.UTF_8));
    this.context = Context.of(election, credentials);
    this.maker = new BallotMaker(election, context, randomness);
    var list = new ArrayList<String>(credentials);
    for (int i = 0; i < credentials; i++) {
      BigInteger x = randomness.below(group.q());
      secrets.add(x);
      list.add(group.write(context.g().of(x)));
    }
    Collections.sort(list);
    RecordKeeper.create(file, SECONDS, text, new Trustees(List.of(new Trustees.Single(key))), list);
  }

  Path file() { return file; }

  ElectionText election() { return election; }

  Context context() { return context; }

  /** One ballot of each credential, made on all cores. */
  List<String> ballots(int from, int to) {
    return IntStream.range(from, to).parallel().mapToObj(i -> {
      var vote = new int[3];
      vote[i % 3] = 1;
      return maker.make(secrets.get(i), List.of(vote));
    }).toList();
  }

  /** Casts a ballot of each credential. */
  void cast() throws IOException {
    var state = RecordKeeper.open(file, 1).state();
    try (var writer = ArchiveWriter.append(file, SECONDS, state.last(), state.events())) {
      for (int from = 0; from < secrets.size(); from += AT_ONCE) {
        for (String each : ballots(from, Math.min(from + AT_ONCE, secrets.size()))) {
          writer.event(Event.Type.BALLOT, Optional.of(writer.data(each)));
        }
      }
    }
  }
}
