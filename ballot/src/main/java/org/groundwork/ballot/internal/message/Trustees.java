// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Canonical;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/** Who holds parts of the key (section <em>Trustees</em>). */
public record Trustees(List<Kind> kinds) {
  /** The text of the largest ceremony, of 200 trustees who are all needed, with numbers of 617 digits, is below this. */
  public static final int LONGEST = 1 << 25;
  private static final int MOST = 200;

  public Trustees { kinds = List.copyOf(kinds); }

  /** One trustee, or several of whom some are enough. */
  public sealed interface Kind {
    /** The public key of each. */
    List<PublicKey> keys();
  }

  /** A trustee without whom nothing is opened. */
  public record Single(PublicKey key) implements Kind {
    @Override
    public List<PublicKey> keys() { return List.of(key); }
  }

  /**
   * Several of whom {@code threshold} are enough (section <em>Threshold parameters</em>).
   *
   * @param signatures each one's signature of all certificates and their own coefficients; none before 2.5
   */
  public record Pedersen(int threshold, List<SignedMessage> certs, List<SignedMessage> coefexps,
      List<Proof> signatures, List<PublicKey> keys) implements Kind {
    public Pedersen {
      certs = List.copyOf(certs);
      coefexps = List.copyOf(coefexps);
      signatures = List.copyOf(signatures);
      keys = List.copyOf(keys);
    }
  }

  /** How many there are. */
  public int count() { return kinds.stream().mapToInt(each -> each.keys().size()).sum(); }

  /** The public key of each, in the order of their numbers from 1. */
  public List<PublicKey> keys() {
    return kinds.stream().flatMap(each -> each.keys().stream()).toList();
  }

  /** Reads them. */
  public static Trustees read(Group group, byte[] bytes) {
    var kinds = new ArrayList<Kind>();
    Node all = Json.read(bytes);
    if (all.list().isEmpty() || all.list().size() > MOST) {
      throw wrongCount(all);
    }
    for (Node each : all.list()) {
      List<Node> pair = each.list(2);
      kinds.add(switch (pair.getFirst().text()) {
        case "Single" -> new Single(PublicKey.read(group, pair.getLast()));
        case "Pedersen" -> readPedersen(group, pair.getLast());
        default -> throw each.refused(Reason.UNKNOWN_KIND, "a kind of trustee that is not known here");
      });
    }
    var trustees = new Trustees(kinds);
    if (trustees.count() > MOST) {
      throw wrongCount(all);
    }
    return Canonical.checked(trustees, trustees.write(), bytes);
  }

  private static Refused wrongCount(Node node) {
    return node.refused(Reason.MALFORMED, "an election has from 1 to " + MOST + " trustees");
  }

  private static Pedersen readPedersen(Group group, Node node) {
    List<SignedMessage> certs = SignedMessage.readAll(group.q(), node.get("certs"));
    int size = certs.size();
    if (size == 0 || size > MOST) {
      throw node.refused(Reason.MALFORMED, "from 1 to " + MOST + " certificates are expected");
    }
    var keys = new ArrayList<PublicKey>();
    for (Node each : node.get("verification_keys").list(size)) {
      keys.add(PublicKey.read(group, each));
    }
    node.get("coefexps").list(size);
    node.find("signatures").ifPresent(each -> each.list(size));
    return new Pedersen(node.get("threshold").number(1, size), certs,
        SignedMessage.readAll(group.q(), node.get("coefexps")),
        node.find("signatures").map(each -> Proof.readAll(group.q(), each)).orElse(List.of()), keys);
  }

  /** Their text. */
  public String write() {
    var out = new Compact(4096);
    out.open('[');
    for (Kind kind : kinds) {
      out.open('[');
      switch (kind) {
        case Single single -> {
          out.plain("Single");
          single.key().write(out);
        }
        case Pedersen pedersen -> {
          out.plain("Pedersen").open('{').name("threshold").raw(Integer.toString(pedersen.threshold())).name("certs");
          SignedMessage.writeAll(out, pedersen.certs());
          out.name("coefexps");
          SignedMessage.writeAll(out, pedersen.coefexps());
          if (!pedersen.signatures().isEmpty()) {
            out.name("signatures");
            Proof.writeAll(out, pedersen.signatures());
          }
          out.name("verification_keys").open('[');
          pedersen.keys().forEach(each -> each.write(out));
          out.close(']').close('}');
        }
      }
      out.close(']');
    }
    return out.close(']').toString();
  }
}
