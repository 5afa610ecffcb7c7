// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.paper;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/** Writing from right to left: finds where the direction changes, joins Arabic letters, turns runs around. */
final class Writing {
  private Writing() {}

  /** Splits a paragraph where its direction changes. */
  static final class Splitter implements BidiSplitter {
    private final Bidi bidi = new Bidi();

    @Override
    public void setParagraph(String paragraph, byte direction) {
      bidi.setPara(paragraph, direction == BidiSplitter.RTL ? Bidi.LEVEL_DEFAULT_RTL : Bidi.LEVEL_DEFAULT_LTR, null);
    }

    @Override
    public int countTextRuns() { return bidi.countRuns(); }

    @Override
    public BidiTextRun getVisualRun(int index) {
      var run = bidi.getVisualRun(index);
      return new BidiTextRun(run.getStart(), run.getLength(), run.isOddRun() ? BidiSplitter.RTL : BidiSplitter.LTR);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
      return switch (Bidi.getBaseDirection(paragraph)) {
        case Bidi.RTL -> BidiSplitter.RTL;
        case Bidi.LTR -> BidiSplitter.LTR;
        default -> BidiSplitter.NEUTRAL;
      };
    }
  }

  /** Turns runs around and joins letters. */
  static final class Reorderer implements BidiReorderer {
    private final ArabicShaping joined = new ArabicShaping(ArabicShaping.LETTERS_SHAPE);
    private final ArabicShaping apart = new ArabicShaping(ArabicShaping.LETTERS_UNSHAPE);

    @Override
    public String reorderRTLTextToLTR(String text) {
      return Bidi.writeReverse(text, Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS | Bidi.KEEP_BASE_COMBINING);
    }

    @Override
    public String shapeText(String text) { return shaped(joined, text); }

    @Override
    public String deshapeText(String text) { return shaped(apart, text); }

    @Override
    public boolean isLiveImplementation() { return true; }

    private static String shaped(ArabicShaping how, String text) {
      try {
        return how.shape(text);
      } catch (ArabicShapingException e) {
        return text; // letters stand apart, and can still be read
      }
    }
  }
}
