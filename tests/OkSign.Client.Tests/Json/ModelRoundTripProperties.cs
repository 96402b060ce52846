using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.Json;

/// <summary>Any model, written as JSON and read back, is the same.</summary>
public sealed class ModelRoundTripProperties
{
    private static readonly string[] OddTexts = ["0", "-1.50", "true", "null", "[]", "{}", "\"", "\\", "\u0001", "\U0001F600", "2025-03-01", " x "];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char[' ', '~'], 1, 30],
        Gen.String[Gen.Char['\u00a1', '\u07ff'], 1, 10],
        Gen.Int[0, OddTexts.Length - 1].Select(index => OddTexts[index]));

    public static TheoryData<Type> AllModels()
        => [.. typeof(OkSignModel).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(OkSignModel)))];

    [Theory]
    [MemberData(nameof(AllModels))]
    public void Model_WrittenAndRead_IsTheSame(Type model)
    {
        JsonSerializerOptions options = ModelJson.OptionsOf(model);

        Gen.ULong.Sample(
            seed =>
            {
                var random = new Random((int)(seed ^ (seed >> 32)));
                object original = Make(model, random, depth: 0)!;

                string json = JsonSerializer.Serialize(original, model, options);
                object read = JsonSerializer.Deserialize(json, model, options)!;

                AssertSame(original, read, model.Name + " " + json);
            },
            iter: 100,
            threads: 1);
    }

    private static object? Make(Type type, Random random, int depth)
    {
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner != type && random.Next(4) == 0)
        {
            return null;
        }

        return inner switch
        {
            _ when inner == typeof(string) => Text(random),
            _ when inner == typeof(bool) => random.Next(2) == 0,
            _ when inner == typeof(int) => random.Next(int.MinValue, int.MaxValue),
            _ when inner == typeof(long) => random.NextInt64(),
            _ when inner == typeof(double) => Math.Round(random.NextDouble() * 1000, 3),
            _ when inner == typeof(decimal) => Math.Round((decimal)random.NextDouble() * 1000, 2),
            _ when inner == typeof(DateTimeOffset) => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(random.Next(-14, 15) * 60)).AddSeconds(random.Next()),
            _ when inner == typeof(Uri) => new Uri($"https://example.com/{random.Next()}?q=%C3%BC#{random.Next(9)}"),
            _ when inner.IsSubclassOf(typeof(OkSignModel)) => random.Next(4) == 0 && depth > 0 ? null : MakeModel(inner, random, depth),
            _ when inner == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string> { ["2026." + random.Next(1, 13) + ".acme"] = Text(random) },
            _ when inner.IsGenericType => MakeList(inner.GetGenericArguments()[0], random, depth),
            _ when inner == typeof(DocumentStatus) => new DocumentStatus(random.Next(0, 99)),
            _ when inner == typeof(FieldValue) => new FieldValue(Text(random)),
            _ => Activator.CreateInstance(inner, "v" + random.Next()),
        };
    }

    private static string Text(Random random)
    {
        var pcg = new PCG((uint)random.Next(1, int.MaxValue), (ulong)random.NextInt64());
        return Texts.Generate(pcg, null, out _);
    }

    private static object MakeModel(Type type, Random random, int depth)
    {
        object model = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in PropertiesOf(type))
        {
            if (depth < 4)
            {
                object? value = property.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType == typeof(AddressListConverter)
                    ? new[] { "anna@example.com", $"bert{random.Next()}@example.com" }
                    : Make(property.PropertyType, random, depth + 1);
                bool isRequired = property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
                if (value is not null || !isRequired)
                {
                    property.SetValue(model, value);
                }
                else
                {
                    property.SetValue(model, MakeModel(property.PropertyType, random, depth + 1));
                }
            }
        }

        return model;
    }

    private static Array MakeList(Type item, Random random, int depth)
    {
        var list = Array.CreateInstance(item, depth > 3 ? 0 : random.Next(1, 4));
        for (int index = 0; index < list.Length; index++)
        {
            object? value;
            do
            {
                value = Make(item, random, 0);
            }
            while (value is null);

            list.SetValue(value, index);
        }

        return list;
    }

    private static void AssertSame(object? expected, object? actual, string where)
    {
        switch (expected)
        {
            case OkSignModel model:
                Assert.NotNull(actual);
                foreach (PropertyInfo property in PropertiesOf(model.GetType()))
                {
                    AssertSame(property.GetValue(model), property.GetValue(actual), $"{property.Name} of {where}");
                }

                break;
            case FieldValue value:
                FieldValue read = Assert.IsType<FieldValue>(actual);
                Assert.True(value.Text == read.Text, where);
                AssertSame(value.Signature, read.Signature, where);
                break;
            case IEnumerable list and not string:
                object?[] left = [.. list.Cast<object?>()];
                object?[] right = [.. Assert.IsType<IEnumerable>(actual, exactMatch: false).Cast<object?>()];
                Assert.True(left.Length == right.Length, where);
                for (int index = 0; index < left.Length; index++)
                {
                    AssertSame(left[index], right[index], where);
                }

                break;
            default:
                Assert.True(Equals(expected, actual), $"{expected} became {actual}: {where}");
                break;
        }
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type model)
        => model.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(property => property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null);
}
