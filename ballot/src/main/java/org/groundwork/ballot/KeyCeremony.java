// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.message.SignedMessage;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.role.Ceremony;

/**
 * The ceremony after which some of several trustees are enough to open an election. Each trustee makes a certificate; the
 * returning officer collects them; each trustee makes a polynomial for all certificates; the returning officer sorts what
 * they say into one input for each; each trustee checks theirs and gets their key; the returning officer publishes all.
 * Whoever carries the messages learns nothing and can change nothing unnoticed; a trustee who lies is named.
 */
public final class KeyCeremony {
  private static final String CERT = "certificate";
  private static final String CERTS = "certificates";
  private static final String POLYNOMIAL = "polynomial";
  private static final String INPUT = "input";
  private static final String SHARE = "share";
  private final ElectionDraft draft;
  private final Group group;
  private final List<SignedMessage> certs;
  private final int enough;
  private final Ceremony ceremony;

  private KeyCeremony(ElectionDraft draft, List<SignedMessage> certs, int enough) {
    this.draft = draft;
    this.group = draft.inGroup();
    this.certs = certs;
    this.enough = enough;
    if (enough < TrusteeSeed.LEAST || enough > certs.size()) {
      throw new Refused(Reason.BAD_CERTIFICATE, "", enough + " of " + certs.size() + " trustees cannot be enough");
    }
    this.ceremony = ceremony(draft, certs.size(), enough);
    ceremony.checkCerts(certs);
  }

  private static Ceremony ceremony(ElectionDraft draft, int size, int enough) {
    return new Ceremony(draft.inGroup(), size, enough,
        draft.forBelenios2() ? Ceremony.Form.PLAIN : Ceremony.Form.BOUND);
  }

  /** A new trustee's seed for a place in a ceremony. */
  public static TrusteeSeed seed(ElectionDraft draft, int number, int size, int enough, Randomness randomness) {
    return new TrusteeSeed(draft.uuid(), number, size, enough, Ceremony.seed(randomness));
  }

  /** A trustee's first message, for the returning officer. */
  public static String certificate(ElectionDraft draft, TrusteeSeed seed, Randomness randomness) {
    sameElection(draft, seed);
    var out = new Compact();
    ceremony(draft, seed.size(), seed.enough()).cert(seed.seed(), seed.number(), randomness).write(out);
    return new Handover(CERT, draft.uuid(), seed.number(), out.toString()).write();
  }

  private static void sameElection(ElectionDraft draft, TrusteeSeed seed) {
    if (!draft.uuid().equals(seed.uuid())) {
      throw new Refused(Reason.WRONG_UUID, "",
          "the seed is for the election " + seed.uuid() + ", not for " + draft.uuid());
    }
  }

  /**
   * The returning officer's list of all certificates, for each trustee.
   *
   * @param enough how many trustees are enough, as all of them agreed
   * @throws Refused by the first certificate that is false or for another ceremony
   */
  public static String collect(ElectionDraft draft, int enough, List<byte[]> certificates) {
    List<SignedMessage> certs = sorted(draft, CERT, certificates, certificates.size()).stream()
        .map(each -> SignedMessage.read(draft.inGroup().q(), Json.read(each.bytes())))
        .toList();
    var checked = new KeyCeremony(draft, certs, enough);
    var out = new Compact();
    SignedMessage.writeAll(out, checked.certs);
    return new Handover(CERTS, draft.uuid(), enough, out.toString()).write();
  }

  /** Files of one kind of all trustees in the order of their numbers. */
  private static List<Handover> sorted(ElectionDraft draft, String what, List<byte[]> files, int size) {
    var sorted = new TreeMap<Integer, Handover>();
    for (int i = 0; i < files.size(); i++) {
      Handover file;
      try {
        file = Handover.read(files.get(i), draft, what);
      } catch (Refused e) {
        throw e.within(what + " file " + (i + 1));
      }
      if (file.number() < 1 || file.number() > size) {
        throw new Refused(Reason.WRONG_OWNER, what + " file " + (i + 1), "it is of trustee " + file.number()
            + ", and there are " + size + "; is a file missing?");
      }
      if (sorted.put(file.number(), file) != null) {
        throw new Refused(Reason.WRONG_OWNER, what + " file " + (i + 1),
            "there is another of trustee " + file.number());
      }
    }
    for (int number = 1; number <= size; number++) {
      if (!sorted.containsKey(number)) {
        throw new Refused(Reason.WRONG_OWNER, "trustee " + number, "the " + what + " of this trustee is missing");
      }
    }
    return new ArrayList<>(sorted.values());
  }

  /**
   * A ceremony from its collected certificates.
   *
   * @throws Refused if one of them is false
   */
  public static KeyCeremony read(ElectionDraft draft, byte[] certificates) {
    Handover file = Handover.read(certificates, draft, CERTS);
    return new KeyCeremony(draft, SignedMessage.readAll(draft.inGroup().q(), Json.read(file.bytes())), file.number());
  }

  /** How many trustees there are. */
  public int size() { return certs.size(); }

  /** How many of them are enough. */
  public int enough() { return enough; }

  private void agreed(TrusteeSeed seed) {
    sameElection(draft, seed);
    if (seed.size() != size() || seed.enough() != enough) {
      throw new Refused(Reason.BAD_CERTIFICATE, "", "you agreed that " + seed.enough() + " of " + seed.size()
          + " trustees are enough, but these certificates are for " + enough + " of " + size()
          + "; ask the returning officer and the other trustees");
    }
  }

  /** A trustee's second message, for the returning officer. */
  public String polynomial(TrusteeSeed seed, Randomness randomness) {
    agreed(seed);
    return new Handover(POLYNOMIAL, draft.uuid(), seed.number(),
        ceremony.polynomial(seed.seed(), certs, randomness).write()).write();
  }

  /**
   * What each trustee is sent, in the order of their numbers.
   *
   * @throws Refused by the first polynomial that is missing or false
   */
  public List<String> inputs(List<byte[]> polynomials) {
    var inputs = new ArrayList<String>();
    for (Ceremony.Vinput each : ceremony.vinputs(certs, polynomials(polynomials))) {
      inputs.add(new Handover(INPUT, draft.uuid(), inputs.size() + 1, each.write()).write());
    }
    return inputs;
  }

  private List<Ceremony.Polynomial> polynomials(List<byte[]> files) {
    return sorted(draft, POLYNOMIAL, files, size()).stream()
        .map(each -> {
          try {
            return Ceremony.Polynomial.read(group, each.bytes());
          } catch (Refused e) {
            throw e.within("trustee " + each.number());
          }
        })
        .toList();
  }

  /**
   * What a trustee has at the end.
   *
   * @param share their last message, for the returning officer
   * @param key their private key, for themselves
   */
  public record Checked(String share, TrusteeKey key) {}

  /**
   * Checks what a trustee was sent, and makes their key of it.
   *
   * @throws Refused if somebody lied, with the number of that trustee
   */
  public Checked check(TrusteeSeed seed, byte[] input, Randomness randomness) {
    agreed(seed);
    Handover file = Handover.read(input, draft, INPUT);
    if (file.number() != seed.number()) {
      throw new Refused(Reason.WRONG_OWNER, "",
          "this input is for trustee " + file.number() + "; you are trustee " + seed.number());
    }
    Ceremony.Voutput output = ceremony.voutput(seed.seed(), certs, Ceremony.Vinput.read(group, file.bytes()),
        randomness);
    Secret key = Ceremony.privateKey(group, seed.seed(), certs.get(seed.number() - 1), output.privateKey());
    return new Checked(new Handover(SHARE, draft.uuid(), seed.number(), output.write()).write(),
        new TrusteeKey(draft.uuid(), group, key));
  }

  /**
   * What is published of the ceremony, with which the election is opened.
   *
   * @throws Refused by the first thing of it that is missing or false
   */
  public String publish(List<byte[]> polynomials, List<byte[]> shares) {
    List<Ceremony.Voutput> outputs = sorted(draft, SHARE, shares, size()).stream()
        .map(each -> Ceremony.Voutput.read(group, each.bytes()))
        .toList();
    Trustees.Pedersen published = ceremony.published(certs, polynomials(polynomials), outputs);
    String list = new Trustees(List.of(published)).write();
    String parameters = list.substring("[[\"Pedersen\",".length(), list.length() - 2);
    return new Handover(ElectionTrustees.CEREMONY, draft.uuid(), 0, parameters).write();
  }
}
