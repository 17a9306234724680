package io.archivero.examples;

import java.util.ArrayList;
import java.util.List;

/** Tells two texts apart line by line. */
final class LineDiff {
    private LineDiff() {}

    /** Returns the lines of both, {@code -} before what only the first has and {@code +} before what only the second has. */
    static String of(String first, String second) {
        var left = first.lines().toList();
        var right = second.lines().toList();
        var common = commonLines(left, right);
        var diff = new ArrayList<String>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
                diff.add("  " + left.get(i++));
                j++;
            } else if (j == right.size() || i < left.size() && common[i + 1][j] >= common[i][j + 1]) {
                diff.add("- " + left.get(i++));
            } else {
                diff.add("+ " + right.get(j++));
            }
        }
        return String.join("\n", diff);
    }

    /** How many lines, in order, the rest of one text from line i shares with the rest of the other from line j. */
    private static int[][] commonLines(List<String> left, List<String> right) {
        var common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).equals(right.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
