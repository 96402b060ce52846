using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.Rules;

/// <summary>Rules that every model keeps.</summary>
public sealed class ModelRules
{
    private static readonly Type[] Models =
        [.. typeof(OkSignModel).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(OkSignModel)))];

    public static TheoryData<Type> AllModels() => [.. Models];

    [Fact]
    public void Models_InTheAssembly_AreFound() => Assert.True(Models.Length > 20);

    [Theory]
    [MemberData(nameof(AllModels))]
    public void Model_EachOne_IsASealedRecord(Type model)
    {
        Assert.True(model.IsSealed);
        Assert.NotNull(model.GetMethod("<Clone>$"));
    }

    [Theory]
    [MemberData(nameof(AllModels))]
    public void Property_EachOne_HasAJsonNameOrIsIgnored(Type model)
        => Assert.All(PropertiesOf(model), property => Assert.True(
            property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null ^ property.GetCustomAttribute<JsonIgnoreAttribute>() is not null,
            $"{model.Name}.{property.Name}"));

    [Theory]
    [MemberData(nameof(AllModels))]
    public void JsonName_EachOne_OccursOnce(Type model)
    {
        string[] names = [.. JsonNamesOf(model)];

        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
    }

    [Theory]
    [MemberData(nameof(AllModels))]
    public void Property_ThatIsNotRequired_IsNullableOrAList(Type model)
    {
        var nullability = new NullabilityInfoContext();
        foreach (PropertyInfo property in PropertiesOf(model).Where(property => property.CanWrite && !IsRequired(property)))
        {
            bool isNullable = nullability.Create(property).ReadState == NullabilityState.Nullable;
            bool isList = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
            Assert.True(isNullable || isList, $"{model.Name}.{property.Name} may be missing on the wire.");
        }
    }

    [Theory]
    [MemberData(nameof(AllModels))]
    public void Property_EachOne_IsInitOnlyOrComputed(Type model)
        => Assert.All(PropertiesOf(model).Where(property => property.CanWrite), property => Assert.Contains(
            typeof(System.Runtime.CompilerServices.IsExternalInit),
            property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));

    [Theory]
    [MemberData(nameof(AllModels))]
    public void UnknownMember_ReadAndWritten_IsKept(Type model)
    {
        JsonObject json = Sample(model);
        json["a member of tomorrow"] = new JsonObject { ["deep"] = 1 };

        string written = JsonSerializer.Serialize(Read(json, model), model, ModelJson.OptionsOf(model));

        Assert.Equal(1, (int)JsonNode.Parse(written)!["a member of tomorrow"]!["deep"]!);
    }

    [Theory]
    [MemberData(nameof(AllModels))]
    public void KnownMembers_ReadAndWritten_AreTheSame(Type model)
    {
        JsonObject json = Sample(model);

        string written = JsonSerializer.Serialize(Read(json, model), model, ModelJson.OptionsOf(model));

        Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(written)), $"{json}{Environment.NewLine}became{Environment.NewLine}{written}");
    }

    [Theory]
    [MemberData(nameof(AllModels))]
    public void OptionalMembers_GivenAsNothing_AreReadAsNothing(Type model)
    {
        JsonObject json = Sample(model);
        foreach (PropertyInfo property in PropertiesOf(model).Where(IsOptionalValue))
        {
            json[property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name] = "";
        }

        object read = Read(json, model);

        Assert.All(PropertiesOf(model).Where(IsOptionalValue), property => Assert.Null(property.GetValue(read)));
    }

    [Theory]
    [MemberData(nameof(AllModels))]
    public void OptionalObjects_GivenAsNothing_AreReadAsNothing(Type model)
    {
        PropertyInfo[] objects = [.. PropertiesOf(model).Where(IsOptionalObject)];
        foreach (string nothing in new[] { "\"\"", "[]", "[ ]", "null" })
        {
            JsonObject json = Sample(model);
            foreach (PropertyInfo property in objects)
            {
                json[property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name] = JsonNode.Parse(nothing);
            }

            object read = Read(json, model);

            Assert.All(objects, property => Assert.Null(property.GetValue(read)));
        }
    }

    [Fact]
    public void OptionalObjects_OfAllModels_AreFound() => Assert.True(Models.SelectMany(PropertiesOf).Count(IsOptionalObject) >= 9);

    [Theory]
    [MemberData(nameof(AllModels))]
    public void ToString_OfAFullModel_ShowsNothingOfIt(Type model) => Assert.Equal(model.Name, Read(Sample(model), model).ToString());

    private static bool IsOptionalValue(PropertyInfo property)
        => Nullable.GetUnderlyingType(property.PropertyType) is not null && property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null;

    // The options of a signing method are left out: there, [] says that the method is allowed.
    private static bool IsOptionalObject(PropertyInfo property)
        => property.PropertyType.IsSubclassOf(typeof(OkSignModel))
            && property.PropertyType != typeof(SigningMethodOptions)
            && !IsRequired(property)
            && property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null;

    private static bool IsListInOneText(PropertyInfo property)
        => property.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType == typeof(AddressListConverter);

    private static bool IsRequired(PropertyInfo property)
        => property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;

    private static IEnumerable<PropertyInfo> PropertiesOf(Type model)
        => model.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(property => property.Name != "EqualityContract");

    private static IEnumerable<string> JsonNamesOf(Type model)
        => model.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name)
            .OfType<string>();

    private static object Read(JsonObject json, Type model) => JsonSerializer.Deserialize(json.ToJsonString(), model, ModelJson.OptionsOf(model))!;

    /// <summary>A JSON object with a value for every known member of the model.</summary>
    private static JsonObject Sample(Type model)
    {
        var json = new JsonObject();
        foreach (PropertyInfo property in PropertiesOf(model))
        {
            if (property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } name)
            {
                json[name.Name] = IsListInOneText(property) ? "anna@example.com;bert@example.com" : SampleOf(property.PropertyType);
            }
        }

        return json;
    }

    private static JsonNode SampleOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) || type == typeof(long) || type == typeof(DocumentStatus) => 7,
            _ when type == typeof(double) || type == typeof(decimal) => 1.5,
            _ when type == typeof(DateTimeOffset) => "2025-03-01T10:15:30+01:00",
            _ when type == typeof(Uri) => "https://example.com/x",
            _ when type.IsSubclassOf(typeof(OkSignModel)) => Sample(type),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
                => new JsonObject { ["key"] = SampleOf(type.GetGenericArguments()[1]) },
            _ when type.IsGenericType => new JsonArray(SampleOf(type.GetGenericArguments()[0])),
            _ => "value",
        };
    }
}
