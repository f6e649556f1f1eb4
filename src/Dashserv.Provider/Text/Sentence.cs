namespace Dashserv.Provider.Text;

/// <summary>Somebody else's words, some of which are sentences, within our own.</summary>
internal static class Sentence
{
    /// <summary>The text with exactly one full stop.</summary>
    public static string Of(string text) => text.EndsWith('.') ? text : text + ".";
}
