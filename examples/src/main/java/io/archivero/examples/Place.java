package io.archivero.examples;

import java.util.List;

/**
 * A neighbourhood in Mexico: state, municipality and postal code belong together.
 *
 * @param entity the two letters that the CURP has for the state
 * @param electoralNumber the two digits that the clave de elector has for it
 * @param state its official name
 * @param municipality the municipality, or the borough of Mexico City
 * @param neighborhood the settlement that has the postal code
 * @param postalCode five digits
 */
record Place(
        String entity,
        String electoralNumber,
        String state,
        String municipality,
        String neighborhood,
        String postalCode) {

    /** At least one place in each of the 32 states. */
    static final List<Place> ALL = """
            AS|01|Aguascalientes|Aguascalientes|Zona Centro|20000
            AS|01|Aguascalientes|Jesús María|Jesús María Centro|20920
            BC|02|Baja California|Mexicali|Centro Cívico|21000
            BC|02|Baja California|Tijuana|Zona Centro|22000
            BC|02|Baja California|Ensenada|Zona Centro|22800
            BS|03|Baja California Sur|La Paz|Zona Central|23000
            BS|03|Baja California Sur|Los Cabos|San José del Cabo Centro|23400
            CC|04|Campeche|Campeche|San Francisco de Campeche Centro|24000
            CC|04|Campeche|Carmen|Ciudad del Carmen Centro|24100
            CL|05|Coahuila de Zaragoza|Saltillo|Saltillo Zona Centro|25000
            CL|05|Coahuila de Zaragoza|Torreón|Torreón Centro|27000
            CM|06|Colima|Colima|Colima Centro|28000
            CM|06|Colima|Manzanillo|Manzanillo Centro|28200
            CS|07|Chiapas|Tuxtla Gutiérrez|Tuxtla Gutiérrez Centro|29000
            CS|07|Chiapas|San Cristóbal de las Casas|San Cristóbal de las Casas Centro|29200
            CS|07|Chiapas|Tapachula|Tapachula Centro|30700
            CH|08|Chihuahua|Chihuahua|Zona Centro|31000
            CH|08|Chihuahua|Juárez|Centro|32000
            DF|09|Ciudad de México|Cuauhtémoc|Roma Norte|06700
            DF|09|Ciudad de México|Cuauhtémoc|Condesa|06140
            DF|09|Ciudad de México|Benito Juárez|Del Valle Centro|03100
            DF|09|Ciudad de México|Benito Juárez|Narvarte Poniente|03020
            DF|09|Ciudad de México|Coyoacán|Del Carmen|04100
            DF|09|Ciudad de México|Miguel Hidalgo|Polanco V Sección|11560
            DG|10|Durango|Durango|Victoria de Durango Centro|34000
            DG|10|Durango|Gómez Palacio|Gómez Palacio Centro|35000
            GT|11|Guanajuato|Guanajuato|Guanajuato Centro|36000
            GT|11|Guanajuato|León|León de los Aldama Centro|37000
            GT|11|Guanajuato|Celaya|Celaya Centro|38000
            GR|12|Guerrero|Chilpancingo de los Bravo|Chilpancingo de los Bravo Centro|39000
            GR|12|Guerrero|Acapulco de Juárez|Acapulco de Juárez Centro|39300
            HG|13|Hidalgo|Pachuca de Soto|Centro|42000
            HG|13|Hidalgo|Tulancingo de Bravo|Tulancingo Centro|43600
            JC|14|Jalisco|Guadalajara|Guadalajara Centro|44100
            JC|14|Jalisco|Guadalajara|Americana|44160
            JC|14|Jalisco|Zapopan|Zapopan Centro|45100
            JC|14|Jalisco|San Pedro Tlaquepaque|Tlaquepaque Centro|45500
            JC|14|Jalisco|Puerto Vallarta|Puerto Vallarta Centro|48300
            MC|15|México|Toluca|Centro|50000
            MC|15|México|Naucalpan de Juárez|Ciudad Satélite|53100
            MC|15|México|Ecatepec de Morelos|San Cristóbal Centro|55000
            MC|15|México|Nezahualcóyotl|Benito Juárez|57000
            MN|16|Michoacán de Ocampo|Morelia|Morelia Centro|58000
            MN|16|Michoacán de Ocampo|Uruapan|Uruapan Centro|60000
            MS|17|Morelos|Cuernavaca|Cuernavaca Centro|62000
            MS|17|Morelos|Cuautla|Cuautla Centro|62740
            NT|18|Nayarit|Tepic|Tepic Centro|63000
            NL|19|Nuevo León|Monterrey|Monterrey Centro|64000
            NL|19|Nuevo León|San Pedro Garza García|Del Valle|66220
            NL|19|Nuevo León|Guadalupe|Guadalupe Centro|67100
            OC|20|Oaxaca|Oaxaca de Juárez|Oaxaca Centro|68000
            OC|20|Oaxaca|San Juan Bautista Tuxtepec|San Juan Bautista Tuxtepec Centro|68300
            PL|21|Puebla|Puebla|Centro|72000
            PL|21|Puebla|Atlixco|Centro|74200
            PL|21|Puebla|Tehuacán|Centro|75700
            QT|22|Querétaro|Querétaro|Centro|76000
            QT|22|Querétaro|San Juan del Río|Centro|76800
            QR|23|Quintana Roo|Othón P. Blanco|Chetumal Centro|77000
            QR|23|Quintana Roo|Benito Juárez|Cancún Centro|77500
            SP|24|San Luis Potosí|San Luis Potosí|San Luis Potosí Centro|78000
            SP|24|San Luis Potosí|Ciudad Valles|Ciudad Valles Centro|79000
            SL|25|Sinaloa|Culiacán|Centro|80000
            SL|25|Sinaloa|Mazatlán|Centro|82000
            SR|26|Sonora|Hermosillo|Hermosillo Centro|83000
            SR|26|Sonora|Cajeme|Ciudad Obregón Centro|85000
            TC|27|Tabasco|Centro|Villahermosa Centro|86000
            TS|28|Tamaulipas|Victoria|Ciudad Victoria Centro|87000
            TS|28|Tamaulipas|Tampico|Tampico Centro|89000
            TL|29|Tlaxcala|Tlaxcala|Tlaxcala Centro|90000
            TL|29|Tlaxcala|Apizaco|Apizaco Centro|90300
            VZ|30|Veracruz de Ignacio de la Llave|Xalapa|Xalapa Enríquez Centro|91000
            VZ|30|Veracruz de Ignacio de la Llave|Veracruz|Veracruz Centro|91700
            VZ|30|Veracruz de Ignacio de la Llave|Córdoba|Córdoba Centro|94500
            YN|31|Yucatán|Mérida|Mérida Centro|97000
            YN|31|Yucatán|Valladolid|Valladolid Centro|97780
            ZS|32|Zacatecas|Zacatecas|Zacatecas Centro|98000
            ZS|32|Zacatecas|Fresnillo|Fresnillo Centro|99000
            """.lines().map(Place::parse).toList();

    private static Place parse(String line) {
        var parts = line.split("\\|", -1);
        return new Place(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
    }
}
