namespace Dashserv.Provider.Text;

/// <summary>Text compared as people mean it: <c>Debian 11</c>, <c>debian11</c> and <c>DEBIAN-11</c> are one.</summary>
internal static class LooseText
{
    public static bool Same(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase) || (Key(left) is { Length: > 0 } key && key == Key(right));

    /// <summary>Whether a text begins as another is: <c>Debian 11 (64 bit)</c> as <c>debian11</c>.</summary>
    public static bool Begins(string text, string start) => Key(start) is { Length: > 0 } key && Key(text).StartsWith(key, StringComparison.Ordinal);

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
