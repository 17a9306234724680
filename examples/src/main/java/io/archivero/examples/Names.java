package io.archivero.examples;

import java.util.List;

/** Names as they are common in Mexico: accents, ñ, particles, compounds and all. */
final class Names {
    static final List<String> WOMEN = lines("""
            Adriana
            Alejandra
            Ana Sofía
            Ángela
            Begoña
            Beatriz
            Citlali
            Concepción
            Fátima
            Gloria
            Guadalupe
            Inés
            Jimena
            Josefina
            Leticia
            Lucía
            María de los Ángeles
            María del Carmen
            María Fernanda
            María Guadalupe
            María José
            Mónica
            Noemí
            Patricia
            Renata
            Rocío
            Rosa Isela
            Sofía
            Valentina
            Verónica
            Xóchitl
            Yolanda
            """);

    static final List<String> MEN = lines("""
            Ángel
            Arturo
            César
            Cuauhtémoc
            Diego
            Emiliano
            Érick
            Fernando
            Francisco Javier
            Gerardo
            Héctor
            Íñigo
            Iván
            Jesús
            José Ángel
            José de Jesús
            José Luis
            Joaquín
            Juan Carlos
            Luis Ángel
            Marco Antonio
            Martín
            Miguel
            Moisés
            Óscar
            Raúl
            Rubén
            Santiago
            Sebastián
            Tomás
            Ulises
            Víctor Hugo
            """);

    static final List<String> SURNAMES = lines("""
            Aguilar
            Álvarez
            Avendaño
            Ávila
            Cárdenas
            Castañeda
            Castillo
            Cervantes
            Chávez
            Contreras
            de la Cruz
            de León
            del Río
            Delgado
            Díaz
            Domínguez
            Escamilla
            Espinoza
            Fernández
            Flores
            García
            Gómez
            González
            Guerrero
            Gutiérrez
            Hernández
            Ibáñez
            Iñiguez
            Jiménez
            Juárez
            León
            López
            Luna
            Martínez
            Medina
            Méndez
            Mendoza
            Montes de Oca
            Morales
            Muñoz
            Núñez
            Ñáñez
            Ochoa
            Ordóñez
            Ortiz
            Peña
            Pérez
            Quiñones
            Ramírez
            Ramos
            Reyes
            Ríos
            Rodríguez
            Rojas
            Ruiz
            Salazar
            Sánchez
            Santiago
            Solís
            Soto
            Torres
            Treviño
            Ureña
            Vargas
            Vásquez
            Velázquez
            Villaseñor
            Yáñez
            Zamora
            Zúñiga
            """);

    static final List<String> STREETS = lines("""
            16 de Septiembre
            20 de Noviembre
            5 de Mayo
            Av. Álvaro Obregón
            Av. Constitución
            Av. de los Insurgentes
            Av. Juárez
            Av. Revolución
            Benito Juárez
            Blvd. Adolfo López Mateos
            Calz. de los Héroes
            Cuauhtémoc
            Emiliano Zapata
            Francisco I. Madero
            Guadalupe Victoria
            Ignacio Allende
            Josefa Ortiz de Domínguez
            José María Morelos y Pavón
            Miguel Hidalgo
            Niños Héroes
            Nicolás Bravo
            Peña y Peña
            Vicente Guerrero
            Venustiano Carranza
            """);

    private Names() {}

    private static List<String> lines(String block) {
        return block.lines().toList();
    }
}
