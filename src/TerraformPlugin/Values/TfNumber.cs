using System.Globalization;
using System.Numerics;

namespace TerraformPlugin.Values;

/// <summary>
/// A decimal number without loss: mantissa × 10^exponent, the exponent never positive, trailing zeros removed. A number that came as a binary
/// double remembers it and goes back as one; equality is by the shortest decimal text, as core compares.
/// </summary>
public sealed class TfNumber : TfValue, IComparable<TfNumber>
{
    private readonly BigInteger _mantissa;
    private readonly int _exponent;

    internal TfNumber(BigInteger mantissa, int exponent)
    {
        if (mantissa.IsZero)
        {
            exponent = 0;
        }

        while (exponent < 0 && mantissa % 10 == 0)
        {
            mantissa /= 10;
            exponent++;
        }

        (_mantissa, _exponent) = (mantissa, exponent);
    }

    private TfNumber(TfNumber value, double binary)
    {
        (_mantissa, _exponent) = (value._mantissa, value._exponent);
        Binary = binary;
    }

    private TfNumber(double infinity) => Binary = infinity;

    /// <summary>The binary double it came as, if it came as one.</summary>
    internal double? Binary { get; }

    public bool IsInfinity => Binary is { } b && double.IsInfinity(b);

    /// <summary>Whether it has no fraction.</summary>
    public bool IsWhole => _exponent == 0 && !IsInfinity;

    public static implicit operator TfNumber(long value) => new(value, 0);

    public static implicit operator TfNumber(decimal value) => TfNumberText.Parse(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number from a double; infinities are kept, not-a-number is refused.</summary>
    /// <exception cref="ArgumentException">The value is not a number.</exception>
    public static TfNumber FromDouble(double value)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentException("not a number", nameof(value));
        }

        if (double.IsInfinity(value))
        {
            return new TfNumber(value);
        }

        // A whole double is exactly that integer for core; its shortest text would round it. It goes back as an integer too.
        return Math.Truncate(value) == value
            ? new TfNumber(new BigInteger(value), 0)
            : new TfNumber(TfNumberText.Parse(value.ToString("R", CultureInfo.InvariantCulture)), value);
    }

    /// <summary>The value as a 64-bit integer, if it is one.</summary>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        if (!IsWhole || _mantissa < long.MinValue || _mantissa > long.MaxValue)
        {
            return false;
        }

        value = (long)_mantissa;
        return true;
    }

    /// <summary>The value as a decimal; false where it is too large, too precise or infinite.</summary>
    public bool TryGetDecimal(out decimal value) =>
        decimal.TryParse(ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out value) && (TfNumber)value == this;

    public static bool operator ==(TfNumber? left, TfNumber? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(TfNumber? left, TfNumber? right) => !(left == right);

    public static bool operator <(TfNumber left, TfNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(TfNumber left, TfNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(TfNumber left, TfNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TfNumber left, TfNumber right) => left.CompareTo(right) >= 0;

    public int CompareTo(TfNumber? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (IsInfinity || other.IsInfinity)
        {
            return InfinitySign.CompareTo(other.InfinitySign);
        }

        var shared = Math.Min(_exponent, other._exponent);
        return (_mantissa * BigInteger.Pow(10, _exponent - shared)).CompareTo(other._mantissa * BigInteger.Pow(10, other._exponent - shared));
    }

    private int InfinitySign => IsInfinity ? Math.Sign(Binary!.Value) : 0;

    public override bool Equals(TfValue? other) =>
        other is TfNumber n && n.InfinitySign == InfinitySign && n._mantissa == _mantissa && n._exponent == _exponent;

    public override bool Equals(object? obj) => Equals(obj as TfValue);

    public override int GetHashCode() => HashCode.Combine(_mantissa, _exponent);

    /// <summary>Plain decimal text without an exponent.</summary>
    public override string ToString() =>
        IsInfinity ? (Binary > 0 ? "Infinity" : "-Infinity") : TfNumberText.Format(_mantissa, _exponent);
}
