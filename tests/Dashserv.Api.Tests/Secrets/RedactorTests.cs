using System.Net;
using System.Text;
using System.Text.Json;
using Dashserv.Api.Secrets;

namespace Dashserv.Api.Tests.Secrets;

/// <summary>A secret, spelled in every way in which texts from outside spell things.</summary>
public sealed class RedactorTests
{
    private const string Secret = "Ab/c=d+E&f<g>\"h%i\\jüK";

    public static TheoryData<string, string> Spellings => new()
    {
        { "as it is", Secret },
        { "other case", Secret.ToUpperInvariant() },
        { "JSON", JsonSerializer.Serialize(Secret)[1..^1] },
        { "JSON of JSON", JsonSerializer.Serialize(JsonSerializer.Serialize(Secret)[1..^1])[1..^1] },
        { "PHP's JSON", JsonSerializer.Serialize(Secret)[1..^1].Replace("/", "\\/", StringComparison.Ordinal) },
        { "slashes only", Secret.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal) },
        { "equals only", Secret.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("=", "\\u003d", StringComparison.Ordinal) },
        { "every letter in JSON", string.Concat(Secret.Select(c => $"\\u{(int)c:x4}")) },
        { "every letter in JSON, large", string.Concat(Secret.Select(c => $"\\u{(int)c:X4}")) },
        { "\\x", string.Concat(Encoding.UTF8.GetBytes("Ab/c=d+E").Select(b => $"\\x{b:x2}")) },
        { "URL", Uri.EscapeDataString(Secret) },
        { "URL, small", Uri.EscapeDataString(Secret).ToLowerInvariant() },
        { "URL twice", Uri.EscapeDataString(Uri.EscapeDataString(Secret)) },
        { "URL, every byte", string.Concat(Encoding.UTF8.GetBytes(Secret).Select(b => $"%{b:X2}")) },
        { "HTML", WebUtility.HtmlEncode(Secret) },
        { "HTML, names", "Ab&sol;c&equals;d&plus;E&amp;f&lt;g&gt;&quot;h&percnt;i&bsol;j&uuml;K" },
        { "HTML, decimal", string.Concat(Secret.Select(c => $"&#{(int)c};")) },
        { "HTML, hex", string.Concat(Secret.Select(c => $"&#x{(int)c:X};")) },
        { "hex", Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)) },
        { "hex, small", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)) },
        { "hex dump", BitConverter.ToString(Encoding.UTF8.GetBytes(Secret)) },
        { "base64", Inner(Secret, "") },
        { "base64 behind one byte", Inner(Secret, "x") },
        { "base64 behind two bytes", Inner(Secret, "xy") },
        { "base64 of a header", Inner(Secret, "user:") },
        { "base64 for URLs", Inner(Secret, "").Replace('+', '-').Replace('/', '_') },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Clean_HoweverItIsSpelled_IsWithheld(string how, string spelled)
    {
        var redactor = new Redactor();
        redactor.Add(how == "\\x" ? "Ab/c=d+E" : Secret);
        Assert.Equal($"refused: '{Redactor.Mark}' (why?)", redactor.Clean($"refused: '{spelled}' (why?)"));
    }

    [Theory]
    [InlineData("-----BEGIN KEY-----\r\nMIIEvQIBADANBgkqhkiG\r\n-----END KEY-----")]
    [InlineData("-----BEGIN KEY-----\\nMIIEvQIBADANBgkqhkiG\\n-----END KEY-----")]
    [InlineData("MIIEvQIBADANBgkqhkiG")]
    public void Clean_SeveralLines_AreWithheldTogetherAndOneByOne(string spelled)
    {
        var redactor = new Redactor();
        redactor.Add("-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG\n-----END KEY-----\n");
        Assert.DoesNotContain("MIIEvQ", redactor.Clean($"the key {spelled} is refused"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pin 4711 is wrong", "pin (withheld) is wrong")]
    [InlineData("47110 bytes", "47110 bytes")]
    public void Clean_ShortOne_IsFoundAsAWordOnly(string text, string clean)
    {
        var redactor = new Redactor();
        redactor.Add("4711");
        redactor.Add("yes");
        redactor.Add("");
        redactor.Add(null);
        Assert.Equal(clean, redactor.Clean(text));
        Assert.Equal("yes", redactor.Clean("yes"));
    }

    [Theory]
    [InlineData("at https://user:pa55@host:80/x?y", "at https://(withheld)@host:80/x?y")]
    [InlineData("\"git+ssh:\\/\\/token@host\\/x\"", "\"git+ssh:\\/\\/(withheld)@host\\/x\"")]
    [InlineData("https://host/x?mail=a@b", "https://host/x?mail=a@b")]
    [InlineData("mail a@b.example", "mail a@b.example")]
    public void Clean_UserInfoOfAnyUrl_IsWithheld(string text, string clean) => Assert.Equal(clean, new Redactor().Clean(text));

    [Fact]
    public void Clean_TextThatIsTooLong_IsCutAfterTheSecretIsOut()
    {
        var redactor = new Redactor();
        redactor.Add("a-long-secret");
        Assert.Equal($"12345{Redactor.Mark[..5]}…", redactor.Clean("12345a-long-secret", 10));
        Assert.Equal("123…", redactor.Clean("123😀", 4));
    }

    [Theory]
    [InlineData("nothing \\ to % decode & here")]
    [InlineData("%zz \\u12 \\u{110000} &#xD800; &#0; %ff%fe")]
    public void Clean_TextThatOnlyLooksEncoded_StaysAsItIs(string text)
    {
        var redactor = new Redactor();
        redactor.Add("something else");
        Assert.Equal(text, redactor.Clean(text));
    }

    // What surely comes of it alone: its neighbours share bits with the letters at both ends.
    private static string Inner(string secret, string before)
    {
        var bytes = Encoding.UTF8.GetBytes(before + secret);
        var skipped = Encoding.UTF8.GetByteCount(before) * 8;
        return Convert.ToBase64String(bytes)[((skipped + 5) / 6)..(bytes.Length * 8 / 6)];
    }
}
