namespace Dashserv.Simulator.Products;

/// <summary>The API's short ids ("lLPgX"): five letters and digits, each different, the same in every run.</summary>
internal sealed class Ids
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const long Space = 62L * 62 * 62 * 62 * 62;

    // Has no factor in common with 62, so that counting on visits every id before one comes back.
    private const long Stride = 387_420_489;

    private long _count;

    public string Next()
    {
        var number = ++_count * Stride % Space;
        return string.Create(5, number, static (text, rest) =>
        {
            for (var i = 0; i < text.Length; i++, rest /= 62)
            {
                text[i] = Alphabet[(int)(rest % 62)];
            }
        });
    }

    /// <summary>A password like those of the samples, 8 to 16 long, different each time.</summary>
    public string Password(int length) => string.Concat(Enumerable.Range(0, (length / 5) + 1).Select(_ => Next()))[..length];
}
