using System.Text.Json.Nodes;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>Form descriptors and their parts; tests change what they are about.</summary>
internal static class Descriptors
{
    public const string Anna = "bt_00000000-0000-0000-0000-000000000001";
    public const string Bert = "bt_00000000-0000-0000-0000-000000000002";

    public static JsonObject AnnaSigns(params string[] methods) => Of([AnnaInfo()], Signature("SIG_ANNA", Anna, methods: methods));

    public static JsonObject AnnaAndBertSign(params string[] methods) => Of(
        [AnnaInfo(), BertInfo()],
        Signature("SIG_ANNA", Anna, posY: 500, methods: methods),
        Signature("SIG_BERT", Bert, posY: 600, methods: methods));

    /// <summary>Anna signs with a pen and fills in one more field.</summary>
    public static JsonObject AnnaFillsIn(JsonObject field) => Of([AnnaInfo()], Signature("SIG_ANNA", Anna, methods: ["pen"]), field);

    public static JsonObject Of(JsonNode[] signers, params JsonNode[] fields) => new()
    {
        ["fields"] = new JsonArray(fields),
        ["signersinfo"] = new JsonArray(signers),
    };

    public static JsonObject AnnaInfo() => Info(Anna, "Anna Example", "anna@example.com", "+32470000001", "CEO");

    public static JsonObject BertInfo() => Info(Bert, "Bert Example", "bert@example.com", "", "");

    public static JsonObject Info(string id, string name, string email = "", string mobile = "", string actingAs = "") => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["email"] = email,
        ["mobile"] = mobile,
        ["actingas"] = actingAs,
    };

    public static JsonObject Signature(string name, string signerId, double posY = 600, int page = 0, params string[] methods)
    {
        JsonObject field = Field("CanvasSIG", name, signerId, posY, page);
        field["height"] = 50;
        if (methods.Length > 0)
        {
            field["signingoptions"] = Options(methods);
        }

        return field;
    }

    public static JsonObject Field(string inputType, string name, string signerId, double posY = 300, int page = 0) => new()
    {
        ["inputtype"] = inputType,
        ["name"] = name,
        ["signerid"] = signerId,
        ["pagenbr"] = page,
        ["posX"] = 100,
        ["posY"] = posY,
        ["width"] = 150,
        ["height"] = 20,
        ["required"] = false,
    };

    public static JsonObject Options(params string[] methods)
    {
        var options = new JsonObject();
        foreach (string method in methods)
        {
            options[method] = new JsonObject();
        }

        return options;
    }

    public static JsonArray Workflow(params (string Id, int Sequence)[] steps)
        => new([.. steps.Select(step => (JsonNode)new JsonObject { ["id"] = step.Id, ["sequence"] = step.Sequence })]);

    /// <summary>The first field, to be changed.</summary>
    public static JsonObject FirstField(this JsonObject descriptor) => descriptor["fields"]![0]!.AsObject();

    /// <summary>The first signer, to be changed.</summary>
    public static JsonObject FirstSigner(this JsonObject descriptor) => descriptor["signersinfo"]![0]!.AsObject();
}
