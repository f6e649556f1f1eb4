using System.Globalization;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Wire;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("as it is", "as it is")]
    [InlineData("two\nlines\tand a tab", "two\nlines\tand a tab")]
    [InlineData("two\r\nlines\rover", "two\nlines over")]
    [InlineData("\u001b[31mred\u0007\u0000\b", " [31mred   ")]
    [InlineData("\u009b2J\u0085", " 2J ")]
    [InlineData("a\u202e\u2066\u200e\u061c\ufeff\u200bb", "a      b")]
    [InlineData("a\u2028\u2029b", "a  b")]
    [InlineData("ä 日本 👩\u200d💻 é", "ä 日本 👩\u200d💻 é")]
    public void Of_AnyText_HasNothingThatATerminalActsUpon(string text, string plain) => Assert.Equal(plain, PlainText.Of(text));

    [Fact]
    public void Of_HalfOfAPair_IsReplaced() => Assert.Equal("a\ufffdb", PlainText.Of("a" + (char)0xD83D + "b"));

    [Fact]
    public void Of_EveryCharacter_OnlyLineEndsAndTabsAreLeftOfTheControls()
    {
        var all = string.Concat(Enumerable.Range(0, 0xD800).Select(c => (char)c));
        var left = PlainText.Of(all).Where(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format);
        Assert.Equal(['\t', '\n', '\u200c', '\u200d'], left);
    }
}
